import { XMLParser } from 'fast-xml-parser';

/** XML of S3 as objects; what is called `list` is one, and everything else text as it stands. */
export function readXml(xml: string, list: string): unknown {
  return new XMLParser({
    parseTagValue: false,
    trimValues: false,
    htmlEntities: true,
    isArray: (name) => name === list,
  }).parse(xml);
}
