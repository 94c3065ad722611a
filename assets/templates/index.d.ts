/** Every message that ships, unchecked, in the order of the procedure; `messageTemplateSchema` says whether they are sound. */
export declare const templateFiles: readonly unknown[];
