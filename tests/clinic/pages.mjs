// The two pages a person sees at the practice clinic: who are you, and may Cairn see this.

const escaped = (text) => String(text).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** What a type of record is to the person whose it is. */
const WORDS = {
  Appointment: 'your visits',
  CarePlan: 'your plan',
  CareTeam: 'who cares for you',
  Communication: 'messages',
  CommunicationRequest: 'reminders',
  Condition: 'diagnoses',
  Consent: 'what you agreed to',
  DocumentReference: 'pages you share',
  Encounter: 'past visits',
  Goal: 'your goals',
  MedicationRequest: 'your medicines',
  MedicationStatement: 'your medicines',
  Observation: 'check-ins and measurements',
  Patient: 'your name and address',
  QuestionnaireResponse: 'your answers to forms',
  RelatedPerson: 'people close to you',
};

const inWords = (types) => [...new Set(types.map((type) => WORDS[type] ?? type))].join(', ');

const page = (title, body) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>
  :root { color-scheme: light dark; --paper: #f6f3ec; --card: #fff; --ink: #1f2a2e; --accent: #1f6b63; --on: #fff; }
  @media (prefers-color-scheme: dark) {
    :root { --paper: #11191b; --card: #1a2427; --ink: #edefea; --accent: #7cc7ba; --on: #0c1a18; }
  }
  body { margin: 0; background: var(--paper); color: var(--ink); font: 1.125rem/1.5 system-ui, sans-serif; }
  main { max-width: 26rem; margin: 0 auto; padding: 2rem 1rem; }
  form, .card { background: var(--card); border-radius: 14px; padding: 1.25rem; }
  label { display: block; margin-bottom: 1rem; }
  input { display: block; box-sizing: border-box; width: 100%; min-height: 48px; padding: 0 .75rem; font: inherit; }
  button { width: 100%; min-height: 48px; margin-top: .5rem; font: inherit; border: 2px solid var(--accent);
    border-radius: 24px; background: var(--accent); color: var(--on); }
  button.second { background: transparent; color: var(--ink); }
  :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
</style>
</head>
<body><main><h1>${escaped(title)}</h1>${body}</main></body>
</html>`;

/** Asks for a name and a password; the sample patient's are filled in, for this clinic is not a real one. */
export const signInPage = (uid, { user, password, wrong }) => page('Sign in', `
<p>This is the practice clinic. Nobody real is treated here.</p>
${wrong ? '<p role="alert">That name and password do not belong together. Try again.</p>' : ''}
<form method="post" action="/interaction/${escaped(uid)}/sign-in">
  <label>Name <input name="user" autocomplete="username" required value="${escaped(user)}"></label>
  <label>Password
    <input name="password" type="password" autocomplete="current-password" required value="${escaped(password)}">
  </label>
  <button type="submit">Sign in</button>
</form>`);

/** Asks whether the app may see and write what it asked for. */
export const consentPage = (uid, { app, sees, writes }) => page('Share with Cairn?', `
<form method="post" action="/interaction/${escaped(uid)}/consent">
  <p><b>${escaped(app)}</b> asks to see your records at this clinic${
    sees.length ? `: ${escaped(inWords(sees))}` : ''}.</p>
  ${writes.length ? `<p>It also asks to write for you: ${escaped(inWords(writes))}.</p>` : ''}
  <button type="submit" name="allow" value="yes">Allow</button>
  <button type="submit" name="allow" value="no" class="second">Do not allow</button>
</form>`);

/** Says that the sign-in cannot go on. */
export const troublePage = (what) => page('That did not work', `
<div class="card"><p>${escaped(what)}</p><p>Close this page and start again in Cairn.</p></div>`);
