// A door in front of a server: the address the world knows, with faults on demand and a log for the tests.
import http from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { answerInstead } from './faults.mjs';

const LONGEST_BODY = 64 * 1024 * 1024;
const LOG_KEEPS = 20_000;

async function whole(stream) {
  const pieces = [];
  let length = 0;
  for await (const piece of stream) {
    length += piece.length;
    if (length > LONGEST_BODY) throw new Error('too long');
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

/** What a JWT claims, unverified: for choosing a fault and for the log, never for letting anybody in. */
export function claims(req) {
  const [, payload] = /^Bearer [\w-]+\.([\w-]+)\./.exec(req.headers.authorization ?? '') ?? [];
  if (!payload) return {};
  try {
    return JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
  } catch {
    return {};
  }
}

/** The log of all doors: { door, method, path, patient, status, requestBytes, answerBytes, fault, ms, at, body, token }. */
export class RequestLog {
  #kept = [];

  add(entry) {
    this.#kept.push(entry);
    if (this.#kept.length > LOG_KEEPS) this.#kept.shift();
  }

  clear() {
    this.#kept = [];
  }

  find({ door, method, path, patient }) {
    const fits = path && new RegExp(path);
    return this.#kept.filter((one) => (!door || one.door === door) && (!method || one.method === method)
      && (!patient || one.patient === patient) && (!fits || fits.test(one.path)));
  }
}

function forward(upstream, req, body, plain) {
  const headers = { ...req.headers };
  delete headers['transfer-encoding'];
  // An altered answer has to arrive as text.
  if (plain) delete headers['accept-encoding'];
  if (body.length) headers['content-length'] = String(body.length);
  return new Promise((answer, fail) => {
    http.request({ host: '127.0.0.1', port: upstream(), path: req.url, method: req.method, headers, agent: false })
      .on('response', (from) => whole(from).then((text) => answer({ from, text }), fail))
      .on('error', fail)
      .end(body);
  });
}

/** Two lists from Node's flat list of raw headers, without those that speak of one connection only. */
function kept(raw) {
  const headers = [];
  for (let at = 0; at < raw.length; at += 2) {
    if (!/^(connection|keep-alive|transfer-encoding|content-length)$/i.test(raw[at])) headers.push([raw[at], raw[at + 1]]);
  }
  return headers.flat();
}

/**
 * Opens a door on a free port of the loopback interface and answers { address, up(), down(), close() }.
 * `upstream()` is the inner port; `own(req, body)` may answer { status, headers, body } itself;
 * `told` is what a server of other manners makes of each of its answers; `patientOf(req, body)` says whose request it is. `down` refuses connections until `up`.
 */
export async function openDoor({ door, upstream, faults, log, own = () => undefined, told, patientOf = (req) => claims(req).patient }) {
  async function serve(req, res, entry) {
    const body = await whole(req);
    entry.patient = patientOf(req, body);
    entry.requestBytes = body.length;
    entry.body = body.toString('utf8');
    entry.token = /^Bearer (.+)$/.exec(req.headers.authorization ?? '')?.[1];
    const rule = faults.take(entry);
    entry.fault = rule?.fault;
    if (rule?.fault === 'delay') await pause(rule.ms);
    if (rule?.fault === 'late') {
      req.socket.destroy();
      await rule.over;
    }
    if (rule && answerInstead(rule, req, res)) return;
    const ours = await own(req, body);
    const answered = ours
      ? { status: ours.status, headers: Object.entries(ours.headers).flat(), text: Buffer.from(ours.body) }
      : await forward(upstream, req, body, told || rule?.fault === 'alter')
        .then(({ from, text: answer }) => ({ status: from.statusCode, headers: kept(from.rawHeaders), text: answer }));
    const { status, headers, text } = told?.(answered) ?? answered;
    entry.served = status;
    if (rule?.fault === 'late') return;
    if (rule?.fault === 'drop') {
      req.socket.destroy();
      return;
    }
    const sent = rule?.fault === 'alter'
      ? Buffer.from(text.toString('utf8').replaceAll(new RegExp(rule.find, 'g'), rule.replace ?? ''))
      : text;
    entry.answerBytes = sent.length;
    res.writeHead(status, [...headers, 'content-length', String(sent.length)]);
    if (rule?.fault === 'cut') {
      res.write(sent.subarray(0, Math.floor(sent.length / 2)), () => req.socket.destroy());
    } else {
      res.end(sent);
    }
  }

  const server = http.createServer({ keepAliveTimeout: 30_000 }, (req, res) => {
    const began = Date.now();
    const entry = { door, method: req.method, path: req.url, at: new Date(began).toISOString() };
    log.add(entry);
    res.on('close', () => {
      entry.ms = Date.now() - began;
      if (res.headersSent) entry.status = res.statusCode;
    });
    serve(req, res, entry).catch(() => (res.headersSent ? req.socket.destroy() : res.writeHead(502).end()));
  });
  const listen = (port) => new Promise((ready, fail) => {
    server.once('error', fail);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', fail);
      ready();
    });
  });
  await listen(0);
  const { port } = server.address();
  const down = async () => {
    if (!server.listening) return;
    const closed = new Promise((done) => { server.close(done); });
    server.closeAllConnections();
    await closed;
  };
  return {
    address: `http://127.0.0.1:${port}`,
    up: () => (server.listening ? undefined : listen(port)),
    down,
    close: down,
  };
}
