/** The parts of federation that the catalogue sorts cmdlets into, in words. */
const titles: Readonly<Record<string, string>> = {
  'accepted-domain': 'Accepted domains',
  availability: 'Availability service',
  calendar: 'Calendars',
  certificate: 'Certificates',
  'federation-trust': 'Federation trust',
  'oauth-hybrid': 'OAuth and hybrid',
  'organization-relationship': 'Organization relationship',
  rbac: 'Role groups and permissions',
  recipient: 'Recipients',
  server: 'Servers',
  session: 'Session',
  'sharing-policy': 'Sharing policy',
  test: 'Tests',
  'virtual-directory': 'Virtual directories',
};

/** The area's own word where it is a new one. */
export function federationAreaTitle(area: string): string {
  return titles[area] ?? area;
}
