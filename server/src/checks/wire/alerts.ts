/** TLS alerts by their names. */
const alertNames: Readonly<Record<number, string>> = {
  0: 'close_notify',
  10: 'unexpected_message',
  40: 'handshake_failure',
  47: 'illegal_parameter',
  50: 'decode_error',
  70: 'protocol_version',
  71: 'insufficient_security',
  80: 'internal_error',
  86: 'inappropriate_fallback',
  112: 'unrecognized_name',
};

/** The alert's name in RFC 8446, or its number. */
export function alertName(description: number): string {
  return alertNames[description] ?? `alert ${description}`;
}
