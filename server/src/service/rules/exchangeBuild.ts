import { buildNumbers, findBuild, exchangeProduct, nameOfBuild, readUpdate, sameLevel, versionsOfBuild } from '../exchange/exchangeBuilds.ts';
import { exchangesOf } from './exchangesOf.ts';
import { replaceValueFix } from './fixes.ts';
import type { Rule } from './rule.ts';

export const exchangeBuild: Rule = {
  code: 'exchange/build-mismatch',
  title: 'Version, update and build of Exchange that do not belong together',
  severity: 'warning',
  guidance: ['G6'],
  *checkOrganization(organization, { plan }) {
    for (const { path, exchange } of exchangesOf(organization)) {
      const { version, update, build } = exchange;
      const numbers = build === undefined ? undefined : buildNumbers(build);
      if (build === undefined || numbers === undefined) continue;
      const versions = versionsOfBuild(numbers);
      if (version !== undefined && versions.length > 0 && !versions.includes(version)) {
        const range = plan.valueRange([...path, 'build']);
        const versionRange = plan.valueRange([...path, 'version']);
        const [only] = versions;
        if (range !== undefined && versionRange !== undefined && only !== undefined) {
          yield {
            message: `Build ${build} is one of Exchange ${versions.join(' or ')}, and the version is stated as "${version}". Correct one of them: Get-ExchangeServer | Format-List Name, AdminDisplayVersion.`,
            range,
            fixes: versions.length === 1 ? [{ ...replaceValueFix(versionRange, only, false), title: `Change the version to "${only}"` }] : [],
          };
        }
        continue;
      }
      const { found } = findBuild(build);
      const product = exchangeProduct(found?.version);
      const { level } = readUpdate(update ?? '');
      // Get-ExchangeServer shows the level's build whatever security update stands on it, so only the level is compared.
      if (found === undefined || product === undefined || level === undefined || sameLevel(product, found.level, level)) continue;
      const range = plan.valueRange([...path, 'build']);
      if (range !== undefined) yield { message: `Build ${build} is ${nameOfBuild(found)} of Exchange ${found.version}, and the update is stated as "${update ?? ''}". Correct one of them: Get-ExchangeServer | Format-List Name, AdminDisplayVersion.`, range };
    }
  },
};
