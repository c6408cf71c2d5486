declare module 'dynalite' {
  import type { Server } from 'node:http';

  /** An in-memory DynamoDB; times in milliseconds. */
  export default function dynalite(options: { readonly createTableMs: number }): Server;
}
