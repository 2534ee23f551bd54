// The clinic's own hands: reads and writes any record with the clinic's rights.

/** A request the server refused: its status and what it said. */
export class Refused extends Error {
  constructor(method, path, status, answer) {
    super(`${method} ${path}: ${status} ${answer.slice(0, 500)}`);
    this.status = status;
  }
}

export class Records {
  #base;
  #token;

  /** `base` is an address of the server that no fault can reach. */
  constructor(base, token) {
    this.#base = base;
    this.#token = token;
  }

  async #ask(method, path, body, headers = {}) {
    const answer = await fetch(`${this.#base}/${path}`, {
      method,
      headers: {
        accept: 'application/fhir+json',
        'content-type': 'application/fhir+json',
        ...(this.#token ? { authorization: `Bearer ${this.#token}` } : {}),
        ...headers,
      },
      body: body && JSON.stringify(body),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Refused(method, path, answer.status, text);
    return text ? JSON.parse(text) : undefined;
  }

  read(reference) {
    return this.#ask('GET', reference);
  }

  /** The record, or nothing where the server has none or has it no more. */
  find(reference) {
    return this.read(reference).catch((trouble) => {
      if (trouble instanceof Refused && [404, 410].includes(trouble.status)) return undefined;
      throw trouble;
    });
  }

  /** Writes `record` under its own id; with `only` just if the server still has the version that `record` names. */
  write(record, { only = false } = {}) {
    return this.#ask('PUT', `${record.resourceType}/${record.id}`, record,
      only ? { 'if-match': `W/"${record.meta.versionId}"` } : {});
  }

  /** Many records in one request, each on its own; the first refusal is thrown. */
  async writeAll(records) {
    const answer = await this.#ask('POST', '', {
      resourceType: 'Bundle',
      type: 'batch',
      entry: records.map((resource) => ({
        resource, request: { method: 'PUT', url: `${resource.resourceType}/${resource.id}` },
      })),
    });
    const refused = answer.entry.findIndex((entry) => !entry.response.status.startsWith('2'));
    if (refused >= 0) {
      const { resourceType, id } = records[refused];
      throw new Refused('PUT', `${resourceType}/${id}`, answer.entry[refused].response.status,
        JSON.stringify(answer.entry[refused]));
    }
  }

  /** Changes many records as one: all of them, each only if the server still has the version it names, if any, or none. */
  together(records) {
    return this.passOn({
      resourceType: 'Bundle',
      type: 'transaction',
      entry: records.map((resource) => ({
        resource,
        request: {
          method: 'PUT',
          url: `${resource.resourceType}/${resource.id}`,
          ...(resource.meta?.versionId ? { ifMatch: `W/"${resource.meta.versionId}"` } : {}),
        },
      })),
    });
  }

  /** A whole transaction as somebody else made it. */
  passOn(bundle) {
    return this.#ask('POST', '', bundle);
  }

  remove(reference) {
    return this.#ask('DELETE', reference);
  }

  /** All records of a search, page after page. */
  async search(query) {
    const found = [];
    for (let page = query; page;) {
      const bundle = await this.#ask('GET', page);
      for (const { resource } of bundle.entry ?? []) {
        if (resource?.resourceType !== 'OperationOutcome') found.push(resource);
      }
      // The link names the public address; only what follows it matters here.
      const next = bundle.link?.find(({ relation }) => relation === 'next')?.url;
      page = next && next.slice(next.search(/[A-Z]\w+\?/));
    }
    return found;
  }
}
