#!/usr/bin/env node
// Plays the patient's own browser: signs in at the practice clinic and goes where it is sent.
//
// As a program: browser.mjs URL, who signs in is in CAIRN_BROWSER_USER and CAIRN_BROWSER_PASSWORD, and
// CAIRN_BROWSER_ALLOW=no does not allow what the app asks for. Meant for $BROWSER.
import fs from 'node:fs';
import { fileURLToPath } from 'node:url';

const MOST_STEPS = 20;

/** Follows `url` through the clinic's pages and answers the address that leads away from the clinic. */
export async function signIn(url, { user, password, allow = true }) {
  const home = new URL(url).origin;
  const cookies = new Map();
  const go = async (to, form) => {
    const answer = await fetch(to, {
      method: form ? 'POST' : 'GET',
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      body: form && new URLSearchParams(form),
    });
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie);
      if (value) cookies.set(name, value);
      else cookies.delete(name);
    }
    return answer;
  };
  let answer = await go(url);
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const to = answer.headers.get('location');
    if (to) {
      const next = new URL(to, home);
      if (next.origin !== home) return next.href;
      answer = await go(next);
      continue;
    }
    const html = await answer.text();
    const [, action] = /<form method="post" action="([^"]+)"/.exec(html) ?? [];
    if (!answer.ok || !action) throw new Error(`the clinic's page ended the sign-in (${answer.status})`);
    answer = await go(new URL(action, home),
      action.endsWith('/sign-in') ? { user, password } : { allow: allow ? 'yes' : 'no' });
  }
  throw new Error('the sign-in never ended');
}

if (fs.realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const { CAIRN_BROWSER_USER: user = 'sample', CAIRN_BROWSER_PASSWORD: password = user, CAIRN_BROWSER_ALLOW } = process.env;
  try {
    await fetch(await signIn(process.argv[2], { user, password, allow: CAIRN_BROWSER_ALLOW !== 'no' }));
  } catch (trouble) {
    console.error(`the browser gave up: ${trouble.message}`);
    process.exitCode = 1;
  }
}
