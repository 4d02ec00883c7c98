/** A stack as it is deployed. */
export interface DeployedStack {
  /** `UPDATE_COMPLETE` and the like. */
  readonly status: string;
  readonly outputs: Readonly<Record<string, string>>;
}

export interface AlarmState {
  readonly arn: string;
  readonly name: string;
  readonly state: 'OK' | 'ALARM' | 'INSUFFICIENT_DATA';
}

/** Something that happened to a resource of the stack, or to the stack itself. */
export interface StackEvent {
  readonly id: string;
  readonly resource: string;
  readonly type: string;
  /** `UPDATE_IN_PROGRESS` and the like. */
  readonly status: string;
  /** Why it failed, in the service's own words; empty when nothing is said. */
  readonly reason: string;
}

/** One stack on AWS, whether or not it is there. Each call throws an Error when AWS refuses it. */
export interface StackService {
  /** Undefined when there is none. */
  find(): Promise<DeployedStack | undefined>;
  /** Those of the alarms that there are. */
  alarms(arns: readonly string[]): Promise<readonly AlarmState[]>;
  /** What happened since a moment, the latest first; nothing when there is no stack. */
  events(since: Date): Promise<readonly StackEvent[]>;
  /** Ends an update that goes on, and so rolls it back. */
  cancelUpdate(): Promise<void>;
}
