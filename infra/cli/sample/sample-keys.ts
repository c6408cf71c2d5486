/** The keys of the sample worlds: they open nothing but the sandbox. */
export const SAMPLE_KEYS = {
  accessKey: 'SAMPLEACCESSKEY0001',
  secretKey: 'sample-secret-key-of-the-sandbox',
};
