// Rules that make a server misbehave on purpose, for one patient or for all, a number of times or for good.

const KINDS = ['delay', 'drop', 'hang', 'late', 'reset', 'status', 'html', 'cut', 'alter'];

const CAPTIVE = '<!doctype html><html><head><title>Free Wi-Fi</title></head><body><h1>Welcome</h1>'
  + '<p>Please accept our terms.</p></body></html>';

/**
 * One list of rules. A rule is { fault, door?, method?, path?, patient?, sends?, times?, after?, …of the fault }:
 * - delay { ms }: the request reaches the server late
 * - drop: the server does its work, the answer is never sent, the connection ends
 * - hang: the request is read and nothing ever comes back
 * - late: the connection ends at once, and the request reaches the server all the same, once the rule is removed
 * - reset: the connection ends before the server hears of the request
 * - status { status, retryAfter?, body? }: answered without the server
 * - html: 200 and a page, as in a hotel's network
 * - cut: half of the answer's body, then the connection ends
 * - alter { find, replace }: the answer's text, changed
 * `path` is a regular expression over path and query, `sends` one over what is sent, `times` is how often (default 1, 0 for
 * always), `after` how many requests that fit are let through first.
 */
export class Faults {
  #rules = [];
  #last = 0;

  add(rule) {
    if (!KINDS.includes(rule.fault)) throw new TypeError(`fault must be one of ${KINDS.join(', ')}`);
    if (rule.fault === 'status' && !(rule.status >= 400)) throw new TypeError('status needs a status from 400 on');
    if (rule.fault === 'alter' && !rule.find) throw new TypeError('alter needs what to find');
    const kept = { times: 1, after: 0, ...rule, id: this.#last += 1, hits: 0 };
    kept.matches = new RegExp(rule.path ?? '');
    kept.holds = new RegExp(rule.sends ?? '');
    kept.over = new Promise((end) => { kept.end = end; });
    this.#rules.push(kept);
    return kept.id;
  }

  remove(id) {
    const goes = (rule) => id === undefined || rule.id === id;
    this.#rules.filter(goes).forEach(({ end }) => end());
    this.#rules = this.#rules.filter((rule) => !goes(rule));
  }

  list() {
    return this.#rules.map(({ matches, holds, over, end, ...rule }) => rule);
  }

  /** The first rule that fits, counted as used. */
  take({ door, method, path, patient, body = '' }) {
    const rule = this.#rules.find((one) => (one.times === 0 || one.hits < one.times)
      && (one.door ?? door) === door && (one.method ?? method) === method
      && (one.patient === undefined || one.patient === patient) && one.matches.test(path) && one.holds.test(body));
    if (rule?.after > 0) {
      rule.after -= 1;
      return undefined;
    }
    if (rule) rule.hits += 1;
    return rule;
  }
}

/** Answers in the server's place, where the fault is one that needs no server. Tells whether it did. */
export function answerInstead(rule, req, res) {
  if (rule.fault === 'hang') return true;
  if (rule.fault === 'reset') {
    req.socket.destroy();
    return true;
  }
  if (rule.fault === 'html') {
    res.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(CAPTIVE);
    return true;
  }
  if (rule.fault !== 'status') return false;
  const outcome = { resourceType: 'OperationOutcome', issue: [{ severity: 'error', code: 'processing' }] };
  res.writeHead(rule.status, {
    'content-type': 'application/fhir+json',
    ...(rule.retryAfter === undefined ? {} : { 'retry-after': String(rule.retryAfter) }),
  }).end(rule.body ?? JSON.stringify(outcome));
  return true;
}
