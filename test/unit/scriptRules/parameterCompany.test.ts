import { checkScriptRule } from '../../support/checkScript.ts';

const online = 'exchange: { version: Online }';

checkScriptRule(
  'script/parameter-company',
  {
    'not together': { script: 'New-TenantAllowBlockListItems -Entries a.example -ListType Url -Block -ExpirationDate 2030-01-01 «-NoExpiration»', exchange: online, says: /cannot be used together/, severity: 'information' },
  },
  {
    'one of them': { script: 'New-TenantAllowBlockListItems -Entries a.example -ListType Url -Block -NoExpiration', exchange: online },
    'the text of a disclaimer with its place': 'New-TransportRule -Name a -ApplyHtmlDisclaimerText b -ApplyHtmlDisclaimerLocation Append -ApplyHtmlDisclaimerFallbackAction Wrap',
    'one that is switched off': { script: 'New-TenantAllowBlockListItems -Entries a.example -ListType Url -Block -ExpirationDate 2030-01-01 -NoExpiration:$false', exchange: online },
    'a number for $true': { script: 'New-SafeAttachmentPolicy a -Enable $true -Action Allow -Redirect 1 -RedirectAddress b@c.example', exchange: online },
    'a change, whose company may be set already': 'Set-MailboxCalendarFolder a -DetailLevel FullDetails',
    'what a splat may give': { script: 'New-TenantAllowBlockListItems -NoExpiration @all', exchange: online },
  },
);
