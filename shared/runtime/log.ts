import { Logger } from '@aws-lambda-powertools/logger';

/** The function's structured log. Fields never carry secrets or whole provider answers. */
export const logger = new Logger({ serviceName: 'renewsheet' });
