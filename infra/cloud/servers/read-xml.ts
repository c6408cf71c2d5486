import { XMLParser } from 'fast-xml-parser';

/** XML of S3 as objects; what `lists` name is one, and everything else text as it stands. */
export function readXml(xml: string, ...lists: readonly string[]): unknown {
  return new XMLParser({
    parseTagValue: false,
    trimValues: false,
    htmlEntities: true,
    isArray: (name) => lists.includes(name),
  }).parse(xml);
}
