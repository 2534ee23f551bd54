// Starts a whole practice clinic on this machine, and prints one line of JSON with its addresses when it is ready.
//
// node clinic.mjs [--publish FILE]... [--server hfs|medplum] [--desks NUMBER] [--desk-every MS]
//   [--booking desk|transaction|operation|argonaut] [--unversioned] [--stay]
// It ends on SIGTERM or SIGINT, and when its standard input ends (--stay: not then), and leaves nothing behind.
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { MANNERS, bookingDoor } from './booking_door.mjs';
import { startControl } from './control.mjs';
import { Faults } from './faults.mjs';
import { openDesks } from './desk_process.mjs';
import { startHfs } from './hfs.mjs';
import { APP, CLINIC, startOpenId } from './openid.mjs';
import { RequestLog, openDoor } from './proxy.mjs';
import { smartDoor } from './smart.mjs';
import { CLINIC_SCOPE, advertised } from './scopes.mjs';
import { Records } from './records.mjs';
import { withoutVersions } from './versions.mjs';

const { values: wish } = parseArgs({
  options: {
    publish: { type: 'string', multiple: true, default: [] },
    server: { type: 'string', default: 'hfs' },
    desks: { type: 'string', default: '1' },
    'desk-every': { type: 'string', default: '300' },
    booking: { type: 'string', default: 'desk' },
    unversioned: { type: 'boolean', default: false },
    stay: { type: 'boolean', default: false },
  },
});

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cairn-clinic-'));
const closers = [];
let ending = false;

async function end(status) {
  if (ending) return;
  ending = true;
  for (const close of closers.reverse()) await Promise.resolve(close()).catch(() => undefined);
  fs.rmSync(folder, { recursive: true, force: true });
  process.exit(status);
}

/** The clinic's own programs sign in with a secret that only this process knows. */
async function clinicTokenFrom(port, clinicSecret) {
  const answer = await fetch(`http://127.0.0.1:${port}/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${CLINIC}:${clinicSecret}`).toString('base64')}` },
    body: new URLSearchParams({ grant_type: 'client_credentials', scope: CLINIC_SCOPE }),
  });
  if (!answer.ok) throw new Error(`no token for the clinic: ${await answer.text()}`);
  return (await answer.json()).access_token;
}

const hfs = (fhir, issuer, openid) => startHfs(folder, {
  HFS_BASE_URL: fhir,
  HFS_AUTH_ENABLED: 'true',
  HFS_AUTH_JWKS_URL: `http://127.0.0.1:${openid.port}/jwks`,
  HFS_AUTH_ISSUER: issuer,
  HFS_AUTH_AUDIENCE: fhir,
  HFS_AUTH_ALGORITHMS: 'ES384',
});

/** Its definitions take seconds to read, so they are read only when they are needed. */
const medplum = async (fhir) => (await import('./second.mjs')).startMedplum(fhir);

async function publish(file, fhir, token) {
  const program = process.env.CAIRN_CLINIC_BIN;
  if (!program) throw new Error('--publish needs CAIRN_CLINIC_BIN, the path of cairn-clinic');
  await promisify(execFile)(program, ['publish', file, '--to', fhir],
    { env: { ...process.env, CAIRN_CLINIC_TOKEN: token } });
}

async function open() {
  const clinicSecret = randomBytes(24).toString('base64url');
  const people = new Map();
  const faults = new Faults();
  const log = new RequestLog();

  // The doors come first: whoever is behind them has to know the address the world sees.
  const inner = {};
  if (!MANNERS.includes(wish.booking)) throw new Error(`--booking must be one of ${MANNERS.join(', ')}`);
  const scopes = advertised(wish.booking === 'transaction');
  const [smart, booking] = [smartDoor(scopes), bookingDoor(wish.booking)];
  const own = async (req, body) => smart.own(req) ?? booking.own(req, body);
  const fhirDoor = await openDoor({
    door: 'fhir', upstream: () => inner.fhir, faults, log, own, told: wish.unversioned ? withoutVersions : undefined,
  });
  const openIdDoor = await openDoor({
    door: 'openid',
    upstream: () => inner.openid,
    faults,
    log,
    patientOf: (_req, body) => inner.patientOfForm?.(new URLSearchParams(body.toString('utf8'))),
  });
  closers.push(fhirDoor.close, openIdDoor.close);
  const [fhir, issuer] = [fhirDoor.address, openIdDoor.address];

  const openid = await startOpenId({ issuer, fhirBase: fhir, people, clinicSecret });
  closers.push(openid.close);
  inner.openid = openid.port;
  inner.patientOfForm = (form) => openid.patientOfRefreshToken(form.get('refresh_token') ?? form.get('token'))
    ?? people.get(form.get('user'))?.patient;
  smart.ready({ issuer, key: openid.key, open: wish.server === 'hfs' });

  const server = await (wish.server === 'medplum' ? medplum(fhir) : hfs(fhir, issuer, openid));
  closers.push(server.stop);
  inner.fhir = server.port;

  const clinicToken = await clinicTokenFrom(openid.port, clinicSecret);
  const behind = `http://127.0.0.1:${server.port}`;
  const records = new Records(behind, clinicToken);
  booking.ready(records);
  for (const file of wish.publish) await publish(file, fhir, clinicToken);
  log.clear();
  // Whoever was published can sign in; a name and a password that anybody can guess are right for made-up people.
  for (const { id } of await records.search('Patient?_sort=_lastUpdated')) people.set(id, { password: id, patient: id });

  const desk = await openDesks(Number(wish.desks), behind, clinicToken, Number(wish['desk-every']));
  closers.push(desk.close);
  const addresses = { fhir, issuer, client: APP, users: [...people.keys()] };
  const control = await startControl({
    addresses, scopes, doors: [fhirDoor, openIdDoor], faults, log, people, records, desk, clinicToken, booking,
  });
  closers.push(control.close);
  return addresses;
}

process.on('SIGTERM', () => end(0));
process.on('SIGINT', () => end(0));
if (!wish.stay) process.stdin.on('end', () => end(0)).on('error', () => end(0)).resume();

open().then((addresses) => console.log(JSON.stringify(addresses)), (trouble) => {
  console.error(`the practice clinic cannot open: ${trouble.message}`);
  return end(1);
});
