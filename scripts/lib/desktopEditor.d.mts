export interface Machine {
  readonly platform: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly exists: (file: string) => boolean;
  readonly real: (file: string) => string;
  readonly root: boolean;
}
export declare function findDesktopEditor(machine?: Machine): string | undefined;
export declare function canShowWindow(machine?: Machine): boolean;
export declare function desktopArguments(options: { workspace: string; extension: string; data: string }): string[];
export declare function downloadDesktopEditor(version: string): Promise<string>;
