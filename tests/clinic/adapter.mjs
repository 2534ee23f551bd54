// Keeps what oidc-provider has to remember, in memory, until it runs out. (Its own memory forgets the oldest of a
// thousand things, which in a long run of tests is a sign-in that is still good.)

const kept = new Map();
const byUid = new Map();
const byGrant = new Map();

export class Adapter {
  #kind;

  constructor(kind) {
    this.#kind = kind;
  }

  #name(id) {
    return `${this.#kind}:${id}`;
  }

  async upsert(id, payload, expiresIn) {
    const name = this.#name(id);
    kept.set(name, { payload, until: expiresIn ? Date.now() + expiresIn * 1000 : Infinity });
    if (payload.uid) byUid.set(`${this.#kind}:${payload.uid}`, id);
    if (payload.grantId) byGrant.set(payload.grantId, (byGrant.get(payload.grantId) ?? new Set()).add(name));
  }

  async find(id) {
    const entry = kept.get(this.#name(id));
    return entry && entry.until > Date.now() ? entry.payload : undefined;
  }

  async findByUid(uid) {
    return this.find(byUid.get(`${this.#kind}:${uid}`));
  }

  async consume(id) {
    const entry = kept.get(this.#name(id));
    if (entry) entry.payload.consumed = Math.floor(Date.now() / 1000);
  }

  async destroy(id) {
    kept.delete(this.#name(id));
  }

  async revokeByGrantId(grantId) {
    for (const name of byGrant.get(grantId) ?? []) kept.delete(name);
    byGrant.delete(grantId);
  }
}
