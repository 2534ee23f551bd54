// What a FHIR server in front of patients has to say and check, where the one behind the door does not.
import { createPublicKey, verify } from 'node:crypto';

const DISCOVERY = '/.well-known/smart-configuration';

const discovery = (issuer, scopes) => ({
  issuer,
  jwks_uri: `${issuer}/jwks`,
  authorization_endpoint: `${issuer}/auth`,
  token_endpoint: `${issuer}/token`,
  revocation_endpoint: `${issuer}/token/revocation`,
  grant_types_supported: ['authorization_code', 'refresh_token'],
  response_types_supported: ['code'],
  scopes_supported: scopes,
  code_challenge_methods_supported: ['S256'],
  token_endpoint_auth_methods_supported: ['none'],
  authorization_response_iss_parameter_supported: true,
  capabilities: [
    'launch-standalone', 'client-public', 'context-standalone-patient', 'permission-patient', 'permission-user',
    'permission-v2', 'permission-offline', 'sso-openid-connect',
  ],
});

const json = (status, body, headers = {}) =>
  ({ status, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) });

const unauthorized = () => json(401, {
  resourceType: 'OperationOutcome', issue: [{ severity: 'error', code: 'login' }],
}, { 'content-type': 'application/fhir+json', 'www-authenticate': 'Bearer' });

/** The claims of the request's access token, if the key made it and it has not run out. */
function proven(req, key) {
  const [head, payload, signature] = /^Bearer (.+)$/.exec(req.headers.authorization ?? '')?.[1].split('.') ?? [];
  if (!signature) return undefined;
  const genuine = verify('sha384', Buffer.from(`${head}.${payload}`), { key, dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'));
  const claims = genuine ? JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) : undefined;
  return claims && claims.exp * 1000 > Date.now() ? claims : undefined;
}

/**
 * The part of the FHIR door that answers by itself: discovery, and 401 for a token that is not good. HFS would
 * let a token live a minute longer than it says, and the second server asks for none at all. `scopes`: what is offered.
 */
export function smartDoor(scopes) {
  let about;
  return {
    /** `open`: whether requests without any token are let through, to a server that decides for itself. */
    ready({ issuer, key, open }) {
      about = { document: discovery(issuer, scopes), key: createPublicKey({ key, format: 'jwk' }), open };
    },
    own(req) {
      if (req.url === DISCOVERY) return json(200, about.document);
      if (about.open && !req.headers.authorization) return undefined;
      return proven(req, about.key) ? undefined : unauthorized();
    },
  };
}
