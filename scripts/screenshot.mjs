// `node scripts/screenshot.mjs [NAME…]`: takes the pictures of docs/images/ anew, in the real editor against the practice partner.
import { ensureDependencies } from './lib/dependencies.mjs';

/** A run that finds something: the plan, its finding, and the view with all states. */
const run = [
  ['openFile', 'healthy.fedplan.yaml'],
  ['see', '.monaco-editor .view-line'],
  ['command', 'Focus on Federation Checks View'],
  ['see', '.monaco-list-row:has-text("battlecalfed1.example")'],
  ['sideBarWidth', 620],
  ['command', 'Exchange Federation: Run Federation Checks'],
  ['see', '.quick-input-widget:has-text("will be contacted")'],
  ['press', 'Enter'],
  ['gone', '.sidebar .monaco-list-row:has-text("not run")'],
  ['gone', '.sidebar .monaco-list-row:has-text("running")'],
];

/** A parameter of Exchange, completed inside a block. */
const completion = [
  ['openFile', 'nhsmail-2018.fedplan.yaml'],
  ['see', '.monaco-editor .view-line'],
  ['press', 'Control+G'],
  ['type', '125'],
  ['press', 'Enter'],
  ['gone', '.quick-input-widget'],
  ['press', 'End'],
  ['press', 'Enter'],
  ['type', 'New-OrganizationRelationship -Name NHSmail -'],
  ['command', 'Trigger Suggest'],
  ['see', '.suggest-widget .monaco-list-row:has-text("-DomainNames")'],
];

/** What PowerShell would refuse in a block, and its fixes. */
const fixes = [
  ['openFile', 'nhsmail-2018.fedplan.yaml'],
  ['see', '.monaco-editor .view-line'],
  ['command', 'View: Toggle Primary Side Bar Visibility'],
  ['press', 'Control+G'],
  ['type', '105'],
  ['press', 'Enter'],
  ['gone', '.quick-input-widget'],
  ['press', 'End'],
  ...Array.from({ length: 5 }, () => ['press', 'Backspace']),
  ['type', 'true'],
  ['see', '.squiggly-error'],
  ['press', 'Escape'],
  ['gone', '.suggest-widget.visible'],
  ['press', 'Control+.'],
  ['see', '.action-widget .monaco-list-row:has-text("$true")'],
];

const pictures = [
  { name: 'checks', theme: 'light', scenario: 'expired-certificate', steps: run },
  { name: 'checks-dark', theme: 'dark', scenario: 'expired-certificate', steps: run },
  { name: 'completion', theme: 'dark', scenario: 'healthy', steps: completion },
  { name: 'fixes', theme: 'light', scenario: 'healthy', steps: fixes },
];

try {
  await ensureDependencies();
  const { ensurePrograms } = await import('./lib/debianPackages.mjs');
  const { ensureBuilt } = await import('./lib/bundle.mjs');
  const { startPracticePartner } = await import('./lib/practicePartner.mjs');
  const { takePicture } = await import('./lib/picture.mjs');
  const wanted = process.argv.slice(2);
  const unknown = wanted.find((name) => !pictures.some((picture) => picture.name === name));
  if (unknown) throw new Error(`No picture is called "${unknown}". The pictures are ${pictures.map(({ name }) => name).join(', ')}.`);
  await ensurePrograms(['chromium']);
  await ensureBuilt({ production: true });
  for (const { name, theme, scenario, steps } of pictures.filter((picture) => wanted.length === 0 || wanted.includes(picture.name))) {
    const partner = await startPracticePartner(scenario);
    await takePicture({ theme, steps, file: `docs/images/${name}.png`, env: { FEDPLAN_ROUTE: JSON.stringify(partner.route) } });
    await partner.stop();
  }
  process.exit(0); // Ends whatever was started.
} catch (error) {
  console.error(error.errors ? 'The build failed.' : error.message);
  process.exit(1);
}
