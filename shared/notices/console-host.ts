/**
 * Where the console of a region's partition is (AWS General Reference; getting started in China and in
 * GovCloud). Regions of China begin with `cn-`, those of GovCloud with `us-gov-`.
 */
export function consoleHost(region: string): string {
  if (region.startsWith('cn-')) return CONSOLES['aws-cn'];
  if (region.startsWith('us-gov-')) return CONSOLES['aws-us-gov'];
  return CONSOLES.aws;
}

/** By partition. */
export const CONSOLES = {
  aws: 'console.aws.amazon.com',
  'aws-cn': 'console.amazonaws.cn',
  'aws-us-gov': 'console.amazonaws-us-gov.com',
} as const;
