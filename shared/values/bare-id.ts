/**
 * An id in its one spelling: letter case and dashes do not tell two resources apart, for services
 * write one and the same id with dashes and without (Huawei contract, section 0). For comparing only;
 * what is sent and shown keeps its own spelling.
 */
export function bareId(id: string): string {
  return id.replaceAll('-', '').toLowerCase();
}
