declare module 'dynalite' {
  import type { Server } from 'node:http';

  /** DynamoDB, in memory or in the folder `path`; times in milliseconds. */
  export default function dynalite(options: {
    readonly createTableMs: number;
    readonly path?: string;
  }): Server;
}
