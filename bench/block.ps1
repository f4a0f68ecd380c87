# Federation of battlecalfed1.example with the partner
$ErrorActionPreference = 'Stop'
$Domain = 'battlecalfed1.example'
$proof = Get-FederatedDomainProof -DomainName $Domain | Select-Object -First 1
if ($proof.Proof.Length -ne 88) {
  throw "The proof of $Domain has $($proof.Proof.Length) characters"
}
Get-ExchangeCertificate | Where-Object { $_.Services -match "Federation" } | Format-List Subject, NotAfter
New-FederationTrust -Name "Microsoft Federation Gateway" `
  -Thumbprint (Get-ExchangeCertificate | Where-Object { $_.Subject -like '*Federation*' })[0].Thumbprint
Set-FederatedOrganizationIdentifier -DelegationFederationTrust "Microsoft Federation Gateway" `
  -AccountNamespace $Domain -Enabled $true
$settings = @{
  Name                = 'NHSmail'
  DomainNames         = 'nhs.example', "practicemail.example"
  FreeBusyAccessLevel = "AvailabilityOnly"
}
New-OrganizationRelationship @settings -FreeBusyAccessEnabled:$true -TargetAutodiscoverEpr https://autodiscover.nhs.example/autodiscover/autodiscover.svc/WSSecurity
foreach ($directory in Get-WebServicesVirtualDirectory -ADPropertiesOnly) {
  $directory | Set-WebServicesVirtualDirectory -WSSecurityAuthentication $true -Confirm:$false
  $directory | Set-WebServicesVirtualDirectory -ExternalUrl "https://mail.$Domain/EWS/Exchange.asmx" -WhatIf
}
Get-ClientAccessService | ForEach-Object {
  Set-ClientAccessService -Identity $_.Name -AutoDiscoverServiceInternalUri "https://autodiscover.$Domain/autodiscover/autodiscover.xml"
}
Test-FederationTrust -UserIdentity anna@battlecalfed1.example -Verbose
Test-OrganizationRelationship -UserIdentity anna@battlecalfed1.example -Identity NHSmail
Get-OrganizationRelationship | Format-Table Name, Domain*, FreeBusy* -AutoSize
Add-AvailabilityAddressSpace -ForestName nhs.example -AccessMethod InternalProxy -UseServiceAccount $true
Set-AdfsX 2>&1 | Out-Null # a command that nobody knows
