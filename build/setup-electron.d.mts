/** Path of Electron's binary for the locked version, else undefined. */
export declare function electronBinary(): string | undefined
