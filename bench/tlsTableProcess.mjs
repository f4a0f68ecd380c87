// A process of its own that runs the TLS checks, so that its time and memory are theirs alone. Each line of its input is `{"hosts":…,"route":…}`,
// each line of its output `{"ms":…,"cpu":…,"memory":…}`: wall and CPU time, and the largest resident size so far in MB.
import { createInterface } from 'node:readline';
import { importTypeScript } from '../scripts/lib/importTypeScript.mjs';

const { tlsTable } = await importTypeScript('test/support/tlsTable.ts');
const expected = { T1: 'info', T2: 'info', T3: 'pass', T4: 'pass', C4: 'pass', N1: 'pass' };

createInterface({ input: process.stdin }).on('line', async (line) => {
  const { hosts, route } = JSON.parse(line);
  let odd;
  const cpu = process.cpuUsage();
  const begun = performance.now();
  await tlsTable(hosts, route, (result) => {
    if (result.verdict !== (expected[result.check] ?? result.verdict)) odd ??= result;
  });
  const ms = performance.now() - begun;
  const { user, system } = process.cpuUsage(cpu);
  console.log(JSON.stringify({ ms, cpu: (user + system) / 1_000, memory: process.resourceUsage().maxRSS / 1_024, ...(odd === undefined ? {} : { odd: `${odd.domain} ${odd.check} ${odd.verdict}: ${odd.summary}` }) }));
});
console.log('{}');
