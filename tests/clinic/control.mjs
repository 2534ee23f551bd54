// The practice clinic's strings: an address on this machine where tests pull them.
import { createHash, randomBytes } from 'node:crypto';
import http from 'node:http';
import { signIn } from './browser.mjs';
import { APP, LIFETIMES } from './openid.mjs';
import { newPatient } from './patients.mjs';

const REDIRECT = 'http://127.0.0.1:1/callback';

/** The whole sign-in of the app, without the app: answers the token endpoint's answer. */
async function tokensFor({ issuer, fhirBase, person, scope }) {
  const verifier = randomBytes(48).toString('base64url');
  const ask = new URL('/auth', issuer);
  ask.search = new URLSearchParams({
    client_id: APP,
    response_type: 'code',
    redirect_uri: REDIRECT,
    scope,
    aud: fhirBase,
    state: randomBytes(12).toString('base64url'),
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  });
  const back = new URL(await signIn(ask, person));
  const code = back.searchParams.get('code');
  if (!code) throw new Error(`no code: ${back.searchParams.get('error')}`);
  const answer = await fetch(new URL('/token', issuer), {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code', code, redirect_uri: REDIRECT, client_id: APP, code_verifier: verifier,
    }),
  });
  const tokens = await answer.json();
  if (!answer.ok) throw new Error(`no token: ${tokens.error}`);
  return tokens;
}

/** What can be asked, by method and path; each takes the request's JSON and its query. */
function strings({ addresses, scopes, doors, faults, log, people, records, desk, clinicToken, booking }) {
  const personOf = (user) => {
    const person = people.get(user);
    if (!person) throw new TypeError('no such user');
    return { user, password: person.password };
  };
  return {
    'GET /': () => addresses,
    'POST /patients': (wish) => newPatient(records, people, wish),
    'POST /lifetimes': ({ user, ...lifetimes }) => {
      people.get(user).lifetimes = { ...LIFETIMES, ...lifetimes };
    },
    'POST /sign-in': ({ user, scope }) =>
      tokensFor({
        issuer: addresses.issuer, fhirBase: addresses.fhir, person: personOf(user), scope: scope ?? scopes.join(' '),
      }),
    'POST /browse': async ({ user, url, allow }) => {
      const back = await signIn(url, { ...personOf(user), allow });
      await fetch(back);
    },
    'GET /record': (_, { reference }) => records.find(reference),
    'GET /records': (_, { search }) => records.search(search),
    'PUT /record': (record) => records.write(record),
    'GET /token': () => ({ access_token: clinicToken }),
    'GET /faults': () => faults.list(),
    'POST /faults': (rule) => ({ id: faults.add(rule) }),
    'DELETE /faults': (_, { id }) => faults.remove(id && Number(id)),
    'GET /requests': (_, query) => log.find(query),
    'DELETE /requests': () => log.clear(),
    'POST /network': async ({ up }) => {
      for (const door of doors) await (up ? door.up() : door.down());
    },
    'POST /holds': ({ milliseconds }) => booking.holdFor(milliseconds),
    'POST /approve': ({ patient }) => booking.approves(patient),
    'POST /desk/treat': ({ patient, decision }) => desk.treat(patient, decision),
    'POST /desk/reschedule': ({ id, ...to }) => desk.reschedule(id, to),
    'POST /desk/cancel': ({ id }) => desk.cancel(id),
    'POST /desk/offer': ({ id, slots }) => desk.offer(id, slots),
    'POST /desk/take': ({ slot }) => desk.take(slot),
    'POST /desk/begin': ({ id }) => desk.begin(id),
    'POST /desk/finish': ({ id, end }) => desk.finish(id, end),
    'POST /desk/measure': ({ patient }) => desk.measure(patient),
    'POST /desk/withdraw': ({ reference }) => desk.withdraw(reference),
    'POST /desk/spoil': ({ reference }) => desk.spoil(reference),
  };
}

async function json(req) {
  const pieces = [];
  for await (const piece of req) pieces.push(piece);
  return pieces.length ? JSON.parse(Buffer.concat(pieces).toString('utf8')) : {};
}

/** Opens the control address on a free port. */
export async function startControl(clinic) {
  let pull;
  const server = http.createServer(async (req, res) => {
    const url = new URL(req.url, 'http://control');
    const send = (status, answer = null) =>
      res.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
    try {
      const string = pull[`${req.method} ${url.pathname}`];
      if (!string) send(404, { error: 'no such string' });
      else send(200, await string(await json(req), Object.fromEntries(url.searchParams)));
    } catch (trouble) {
      send(trouble instanceof TypeError ? 400 : 502, { error: trouble.message });
    }
  });
  await new Promise((ready) => { server.listen(0, '127.0.0.1', ready); });
  clinic.addresses.control = `http://127.0.0.1:${server.address().port}`;
  pull = strings(clinic);
  return { close: () => { server.close(); server.closeAllConnections(); } };
}
