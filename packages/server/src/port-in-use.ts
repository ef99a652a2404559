/** The port is taken. */
export class PortInUse extends Error {}
