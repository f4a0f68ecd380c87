import { checkRule } from '../../support/checkRule.ts';
import { twoSides } from '../../support/plans.ts';

const digits = '0123456789ABCDEF0123456789ABCDEF01234567';
const plan = (key: string, value: string): string => twoSides(`    federationTrust:\n      ${key}: ${value}\n`);
const spaced = digits.toLowerCase().replace(/(..)(?=.)/g, '$1 ');

checkRule(
  'trust/thumbprint-shape',
  {
    'with blanks, as the certificate console shows it': { finds: plan('thumbprint', `«${spaced}»`), says: /blanks or invisible characters/, fixed: plan('thumbprint', digits) },
    'with the invisible mark that is copied along': { finds: plan('nextThumbprint', `«\u200e${digits}»`), says: /invisible/, fixed: plan('nextThumbprint', digits) },
    'too short': { finds: plan('previousThumbprint', '«0123abcd»'), says: /has 8 digits/ },
    'no digits': { finds: plan('thumbprint', '«O123456789ABCDEF0123456789ABCDEF01234567»'), says: /no hexadecimal digits/ },
  },
  { 'a thumbprint': plan('thumbprint', digits), 'in small letters': plan('nextThumbprint', `"${digits.toLowerCase()}"`), 'no value yet': plan('thumbprint', ''), 'all zeros need no quotes': plan('thumbprint', '0'.repeat(40)) },
);
