import { checkScriptRule } from '../../support/checkScript.ts';

checkScriptRule(
  'script/unknown-cmdlet',
  {
    'a letter is missing': { script: '«Get-FederatonTrust»', says: /"Get-FederatonTrust" is no cmdlet of Exchange\. Did you mean "Get-FederationTrust"/, fixed: 'Get-FederationTrust', severity: 'warning' },
    'two letters have changed places': { script: '«Get-FedreationTrust» | Format-List', says: /Get-FederationTrust/, fixed: 'Get-FederationTrust | Format-List' },
  },
  {
    'far from any': 'Get-OurFederationReport',
    'one’s own beside another': 'Get-MyMailbox',
    'a function of the step': 'function Get-FederatonTrust { }\nGet-FederatonTrust',
    'from elsewhere': '. .\\tools.ps1\nGet-FederatonTrust',
    'a module’s': 'Import-Module Tools\nGet-FederatonTrust',
    'PowerShell’s own': 'Get-ChildItem | Sort-Object Name; Resolve-DnsName a.example',
    'retired': 'Get-ConnectSubscription',
    'an alias': 'gci; fl; ?',
    'a prefix of one’s own before the noun': 'Get-EOMailbox jo; Get-XAcceptedDomain',
    'of Failover Clustering': 'Get-Cluster | Get-ClusterNode',
    'another verb for a noun that is known': 'New-IntraOrganizationConfiguration; Set-MailboxFolderStatistics a',
  },
);
