// `npm run bench`: measures; asserts nothing. `npm run bench -- --sizes 50,500 --rounds 1 --edits 10`; `npm run bench -- --only editing|powershell|tls|trips|checks`.
import { ensureDependencies } from '../scripts/lib/dependencies.mjs';

const args = process.argv.slice(2);
const option = (name) => {
  const at = args.indexOf(`--${name}`);
  return at < 0 ? undefined : args[at + 1];
};

await ensureDependencies();
const only = option('only');
if (only === undefined || only === 'editing') await showEditing();
if (only === undefined || only === 'tls') await showTlsChecks();
if (only === undefined || only === 'powershell') await showPowershell();
if (only === undefined || only === 'trips') await showRoundTrips();
if (only === undefined || only === 'checks') await showLiveChecks();

async function showEditing() {
  const { ensureBuilt } = await import('../scripts/lib/bundle.mjs');
  await ensureBuilt({ production: true });
  const { editing } = await import('./editing.mjs');
  const rows = await editing({
    ...(option('sizes') ? { sizes: option('sizes').split(',').map(Number) } : {}),
    ...(option('rounds') ? { rounds: Number(option('rounds')) } : {}),
    ...(option('edits') ? { edits: Number(option('edits')) } : {}),
  });
  console.log('lines   what                              fedplan  yaml-language-server  ratio   (ms; memory in MB)');
  for (const { lines, what, ours, theirs, ratio } of rows) console.log(`${String(lines).padStart(5)}   ${what.padEnd(32)} ${ours.toFixed(1).padStart(8)} ${theirs.toFixed(1).padStart(21)} ${ratio.toFixed(2).padStart(6)}`);
}

async function showPowershell() {
  const { powershell } = await import('./powershell.mjs');
  const rows = await powershell(option('rounds') ? { rounds: Number(option('rounds')) } : {});
  const number = (value) => (value === undefined ? '–' : value.toFixed(value < 10 ? 2 : 0)).padStart(9);
  console.log('PowerShell      fedplan  tree-sitter-pwsh   (ms of CPU time; memory in MB)');
  for (const { what, ours, theirs } of rows) console.log(`${what.padEnd(13)} ${number(ours)} ${number(theirs).padStart(17)}`);
}

async function showTlsChecks() {
  const { tlsChecks } = await import('./tlsChecks.mjs');
  const { rows, roundTrips } = await tlsChecks(option('rounds') ? { rounds: Number(option('rounds')) } : {});
  const number = (value) => (value === undefined ? '–' : value.toFixed(0)).padStart(9);
  console.log('four TLS versions and the chain   fedplan   sslscan      nmap   testssl     floor   (ms; the link’s round trip; 64 hosts at once; DNS included, for one host in the floor as well)');
  for (const { what, ours, sslscan, nmap, testssl, floor, perSecond, memory, cpu, link } of rows) {
    const rest = perSecond === undefined ? '' : `   ${perSecond.toFixed(0)} hosts/s, ${memory.toFixed(0)} MB, CPU a host: ${cpu.toFixed(1)} ms, the link’s ${link.toFixed(1)} ms`;
    console.log(`${what.padEnd(31)} ${[ours, sslscan, nmap, testssl, floor].map(number).join(' ')}${rest}`);
  }
  console.log(`round trips: fedplan ${roundTrips.ours.toFixed(1)} with DNS (floor 3), sslscan ${roundTrips.sslscan.toFixed(1)}, nmap ${roundTrips.nmap.toFixed(1)}, both without DNS`);
}

async function showRoundTrips() {
  const { roundTrips } = await import('./roundTrips.mjs');
  const { first, whole, byCheck } = await roundTrips(option('rounds') ? { rounds: Number(option('rounds')) } : {});
  const shown = Object.entries(byCheck).sort(([, one], [, other]) => one - other).map(([check, trips]) => `${check} ${trips.toFixed(1)}`);
  console.log(`round trips until each check of a healthy partner has ended, DNS included: ${shown.join(', ')}`);
  console.log(`the first group (names, port, versions, chain, one answer of Autodiscover and one of EWS) ${first.toFixed(1)}, floor 4; the whole catalogue ${whole.toFixed(1)}`);
}

async function showLiveChecks() {
  const { ensureBuilt } = await import('../scripts/lib/bundle.mjs');
  await ensureBuilt({ production: true });
  const { liveChecks } = await import('./liveChecks.mjs');
  const { alone, busy, during, hosts, seconds, stops, memory, checksMemory } = await liveChecks(option('hosts') ? { hosts: Number(option('hosts')) } : {});
  const times = ({ median, p95 }) => `${median.toFixed(0)} ms (p95 ${p95.toFixed(0)} ms)`;
  console.log(`completion right after an edit, plan of ${hosts} hosts: ${times(alone)}; beside two other busy processes ${times(busy)}; while the hosts are probed ${times(during)}`);
  console.log(`the run took ${seconds.toFixed(0)} s, with a completion every 60 ms; memory of the checks ${checksMemory.toFixed(0)} MB, of the language server ${memory.toFixed(0)} MB`);
  console.log(`a stop in the middle is answered after ${stops.map((ms) => `${ms.toFixed(0)} ms`).join(', ')}`);
}
