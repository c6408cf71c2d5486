import { ADMIN_KEY } from '../permissions/gate.ts';
import { LOCAL_REGION } from '../template/resource-types.ts';

/** Who signed a request and for which service. Signatures themselves are not checked. */
export interface Signature {
  readonly accessKey: string | undefined;
  readonly service: string | undefined;
}

/** Reads the credential of a signed request, from its header or, when presigned, its address. */
export function readSignature(authorization: string | undefined, url: string): Signature {
  const presigned = /[?&]X-Amz-Credential=([^&]+)/u.exec(url)?.[1];
  const credential = /Credential=([^,\s]+)/u.exec(authorization ?? '')?.[1];
  const parts = (credential ?? decodeURIComponent(presigned ?? '')).split('/');
  return { accessKey: parts[0] || undefined, service: parts[3] };
}

/** The header with which the embedded cloud signs calls of its own. */
export function adminAuthorization(service: string): string {
  const scope = `${ADMIN_KEY}/20200101/${LOCAL_REGION}/${service}/aws4_request`;
  return `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=0`;
}
