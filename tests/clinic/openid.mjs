// The practice clinic's sign-in: SMART App Launch on oidc-provider, with people and pages of our own.
//
// All that is signed in is kept in memory: a restart of the clinic signs everybody out.
import { Provider, errors } from 'oidc-provider';
import { generateKeyPairSync } from 'node:crypto';
import http from 'node:http';
import { Adapter } from './adapter.mjs';
import { consentPage, signInPage, troublePage } from './pages.mjs';
import { CLINIC_SCOPE, PATIENT_SCOPES, SIGN_IN_SCOPES } from './scopes.mjs';

export const APP = 'cairn';
export const CLINIC = 'clinic-backend';

/** How long things last, in seconds; each patient can be given others. */
export const LIFETIMES = { access: 600, refresh: 30 * 86400, code: 60 };

const sameBase = (one, other) => one.replace(/\/+$/, '') === other.replace(/\/+$/, '');

function signingKey(alg) {
  const { privateKey } = alg === 'RS256'
    ? generateKeyPairSync('rsa', { modulusLength: 2048 })
    : generateKeyPairSync('ec', { namedCurve: 'P-384' });
  return { ...privateKey.export({ format: 'jwk' }), use: 'sig', alg, kid: alg };
}

/** The user's lifetimes; at the token endpoint the token itself says whose it is. */
const lasts = (people, kind) => (_ctx, token) => (people.get(token.accountId)?.lifetimes ?? LIFETIMES)[kind];

function configuration({ fhirBase, people, clinicSecret, keys }) {
  const patientOf = (user) => people.get(user)?.patient;
  return {
    adapter: Adapter,
    clients: [{
      client_id: APP,
      client_name: 'Cairn',
      application_type: 'native',
      token_endpoint_auth_method: 'none',
      redirect_uris: ['http://127.0.0.1/callback', 'http://[::1]/callback'],
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
    }, {
      client_id: CLINIC,
      client_secret: clinicSecret,
      redirect_uris: [],
      response_types: [],
      grant_types: ['client_credentials'],
    }],
    jwks: { keys },
    scopes: [...SIGN_IN_SCOPES, ...PATIENT_SCOPES],
    claims: { openid: ['sub'], fhirUser: ['fhirUser'] },
    conformIdTokenClaims: false,
    findAccount: (_ctx, user) => people.has(user) && {
      accountId: user,
      claims: async () => ({ sub: user, fhirUser: `${fhirBase}/Patient/${patientOf(user)}` }),
    },
    pkce: { required: () => true },
    extraParams: {
      launch: null,
      // A token for another server's sake is never given out: SMART, "aud".
      aud(_ctx, aud) {
        if (!aud || !sameBase(aud, fhirBase)) throw new errors.InvalidRequest('aud is not this clinic');
      },
    },
    rotateRefreshToken: true,
    issueRefreshToken: async (_ctx, client, code) =>
      client.grantTypeAllowed('refresh_token') && code.scopes.has('offline_access'),
    expiresWithSession: async () => false,
    ttl: {
      AccessToken: lasts(people, 'access'),
      RefreshToken: lasts(people, 'refresh'),
      AuthorizationCode: lasts(people, 'code'),
      ClientCredentials: 86400,
      Grant: 30 * 86400,
      IdToken: 600,
      Interaction: 600,
      Session: 86400,
    },
    interactions: { url: (_ctx, interaction) => `/interaction/${interaction.uid}` },
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      revocation: { enabled: true, allowedPolicy: () => true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => fhirBase,
        useGrantedResource: () => true,
        getResourceServerInfo: (_ctx, _resource, client) => ({
          scope: (client.clientId === CLINIC ? [CLINIC_SCOPE] : [...SIGN_IN_SCOPES, ...PATIENT_SCOPES]).join(' '),
          audience: fhirBase,
          accessTokenFormat: 'jwt',
          jwt: { sign: { alg: 'ES384' } },
        }),
      },
    },
    extraTokenClaims: async (_ctx, token) => {
      const patient = patientOf(token.accountId);
      return patient && { patient, fhirUser: `Patient/${patient}` };
    },
    renderError: async (ctx, out) => {
      ctx.type = 'html';
      ctx.body = troublePage(out.error_description ?? out.error);
    },
    cookies: { keys: [clinicSecret] },
  };
}

async function form(req) {
  const pieces = [];
  for await (const piece of req) pieces.push(piece);
  return Object.fromEntries(new URLSearchParams(Buffer.concat(pieces).toString('utf8')));
}

/** The types of the patient's own records that `scopes` open to any of `letters`. */
const typesOf = (scopes, letters) => [...new Set(scopes
  .map((scope) => /^patient\/(\w+)\.([a-z]+)$/.exec(scope))
  .filter((found) => found && [...letters].some((letter) => found[2].includes(letter)))
  .map((found) => found[1]))];

/** OpenID Connect gives offline access only with prompt=consent; SMART apps need not send it, and we always ask. */
function askingForConsent(address) {
  const url = new URL(address, 'http://x');
  if (url.pathname === '/auth' && url.searchParams.has('client_id') && !url.searchParams.has('prompt')) {
    url.searchParams.set('prompt', 'consent');
  }
  return url.pathname + url.search;
}

/** Our two pages. Answers whether the request was for one of them. */
async function interact(provider, people, req, res) {
  const [, uid, step] = /^\/interaction\/([\w-]+)(?:\/(sign-in|consent))?$/.exec(new URL(req.url, 'http://x').pathname)
    ?? [];
  if (!uid) return false;
  const show = (html, status = 200) =>
    res.writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }).end(html);
  const answers = req.method === 'POST' ? await form(req) : {};
  const { prompt, params, session, grantId } = await provider.interactionDetails(req, res);
  if (step === 'sign-in') {
    const person = people.get(answers.user);
    if (!person || person.password !== answers.password) {
      show(signInPage(uid, { user: answers.user ?? '', password: '', wrong: true }), 401);
      return true;
    }
    await provider.interactionFinished(req, res, { login: { accountId: answers.user } });
  } else if (step === 'consent' && answers.allow !== 'yes') {
    await provider.interactionFinished(req, res, { error: 'access_denied' });
  } else if (step === 'consent') {
    const grant = grantId ? await provider.Grant.find(grantId)
      : new provider.Grant({ accountId: session.accountId, clientId: params.client_id });
    const { missingOIDCScope, missingResourceScopes } = prompt.details;
    if (missingOIDCScope) grant.addOIDCScope(missingOIDCScope.join(' '));
    for (const [resource, scopes] of Object.entries(missingResourceScopes ?? {})) {
      grant.addResourceScope(resource, scopes.join(' '));
    }
    await provider.interactionFinished(req, res, { consent: { grantId: await grant.save() } },
      { mergeWithLastSubmission: true });
  } else if (prompt.name === 'login') {
    const [[user, { password }] = ['', { password: '' }]] = people;
    show(signInPage(uid, { user, password, wrong: false }));
  } else {
    const asked = (params.scope ?? '').split(' ');
    show(consentPage(uid, { app: 'Cairn', sees: typesOf(asked, 'rs'), writes: typesOf(asked, 'cu') }));
  }
  return true;
}

/**
 * Starts the provider on a free inner port; `issuer` is the address the world reaches it by.
 * `people` is a Map of user to { password, patient, lifetimes? } and may grow at any time.
 */
export async function startOpenId({ issuer, fhirBase, people, clinicSecret }) {
  const access = signingKey('ES384');
  const keys = [signingKey('RS256'), access];
  const provider = new Provider(issuer, configuration({ fhirBase, people, clinicSecret, keys }));
  const refreshTokens = new Map();
  provider.use(async (ctx, next) => {
    await next();
    if (ctx.oidc?.route !== 'token' || ctx.status !== 200 || !ctx.body?.access_token) return;
    const { AuthorizationCode, RefreshToken } = ctx.oidc.entities;
    const patient = people.get((AuthorizationCode ?? RefreshToken)?.accountId)?.patient;
    if (!patient) return;
    ctx.body = { ...ctx.body, patient, need_patient_banner: false };
    refreshTokens.set(ctx.body.refresh_token, patient);
  });
  const answer = provider.callback();
  const server = http.createServer((req, res) => {
    req.url = askingForConsent(req.url);
    interact(provider, people, req, res).then((done) => done || answer(req, res), (trouble) => {
      res.writeHead(trouble.statusCode ?? 500, { 'content-type': 'text/html; charset=utf-8' })
        .end(troublePage(trouble.error_description ?? trouble.message));
    });
  });
  await new Promise((ready) => { server.listen(0, '127.0.0.1', ready); });
  return {
    port: server.address().port,
    /** The public half of the key that signs access tokens, as JWK. */
    key: { kty: access.kty, crv: access.crv, x: access.x, y: access.y },
    /** Whose refresh token this is or was. */
    patientOfRefreshToken: (token) => refreshTokens.get(token),
    close: () => { server.close(); server.closeAllConnections(); },
  };
}
