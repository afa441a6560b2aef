import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { BpmnModdle } from 'bpmn-moddle';
import { DmnModdle } from 'dmn-moddle';

const processes = new URL('../../../../processes', import.meta.url).pathname;
const read = (name) => JSON.parse(readFileSync(new URL(`../node_modules/${name}/resources/camunda.json`, import.meta.url)));
const files = readdirSync(processes, { withFileTypes: true }).filter((each) => each.isDirectory())
  .flatMap(({ name }) => readdirSync(join(processes, name)).map((file) => join(processes, name, file)));

/** Every opening tag with its attributes, in any order: what the check of models looks at. */
function tags(xml) {
  return [...xml.replaceAll(/<\?.*?\?>|<!--.*?-->/gs, '').matchAll(/<([\w:]+)((?:\s+[\w:.-]+="[^"]*")*)\s*\/?>/g)]
    .map(([, name, attributes]) => `${name} ${[...attributes.matchAll(/([\w:.-]+)="([^"]*)"/g)].map(([, key, value]) => `${key}=${plain(value)}`).filter((each) => !each.startsWith('xmlns') && each !== 'hitPolicy=UNIQUE').sort().join(' ')}`)
    .sort();
}

function plain(text) {
  return text.replaceAll('&#39;', "'").replaceAll('&apos;', "'").replaceAll('&quot;', '"').replaceAll('&#34;', '"').replaceAll('&#10;', '\n').replaceAll('&#xA;', '\n').replaceAll('&amp;', '&');
}

for (const file of files.filter((each) => each.endsWith('.bpmn'))) {
  test(`the drawing editor writes ${file.split('/').at(-1)} as it read it`, async () => {
    const xml = readFileSync(file, 'utf8');
    const moddle = new BpmnModdle({ camunda: read('camunda-bpmn-moddle') });
    const { rootElement, warnings } = await moddle.fromXML(xml);
    assert.deepEqual(warnings, []);
    assert.deepEqual(tags((await moddle.toXML(rootElement, { format: true })).xml), tags(xml));
  });
}

for (const file of files.filter((each) => each.endsWith('.dmn'))) {
  test(`the table editor writes ${file.split('/').at(-1)} as it read it`, async () => {
    const xml = readFileSync(file, 'utf8');
    const moddle = new DmnModdle({ camunda: read('camunda-dmn-moddle') });
    const { rootElement, warnings } = await moddle.fromXML(xml, 'dmn:Definitions');
    assert.deepEqual(warnings, []);
    assert.deepEqual(tags((await moddle.toXML(rootElement, { format: true })).xml), tags(xml));
  });
}
