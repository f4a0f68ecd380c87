export declare function readZip(file: string): Map<string, () => Buffer>;
