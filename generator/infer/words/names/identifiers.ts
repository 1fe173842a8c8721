/** Whether a member is named as what identifies something: `flavor_id`, `allocation_uuid`. */
export function isIdentifier(name: string): boolean {
  return /(?:^|[_:-])(?:uu)?id$/.test(name);
}
