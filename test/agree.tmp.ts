import { agreementSection } from '../test/bench/alibaba/agreement.ts';
import { writeFileSync } from 'node:fs';
const s = await agreementSection();
writeFileSync('/tmp/agree.json', JSON.stringify(s, null, 1));
