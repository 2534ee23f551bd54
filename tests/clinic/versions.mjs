// The manner of a server that names no versions: no ETag, no meta.versionId, nothing to put an If-Match over.

/** A record, or what is in a list of them, without the names of versions. */
function bare(value) {
  if (Array.isArray(value)) return value.map(bare);
  if (value === null || typeof value !== 'object') return value;
  const { versionId, etag, ...rest } = value;
  return Object.fromEntries(Object.entries(rest).map(([name, inner]) => [name, bare(inner)]));
}

function parsed(text) {
  try {
    return JSON.parse(text.toString('utf8'));
  } catch {
    return undefined;
  }
}

/** An answer as such a server gives it: `headers` is Node's flat list, `text` the body. */
export function withoutVersions({ status, headers, text }) {
  const kept = [];
  for (let at = 0; at < headers.length; at += 2) {
    if (!/^(etag|location|content-location)$/i.test(headers[at])) kept.push(headers[at], headers[at + 1]);
  }
  const body = parsed(text);
  return { status, headers: kept, text: body === undefined ? text : Buffer.from(JSON.stringify(bare(body))) };
}
