export interface paths {
    "/api/account/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes another password; the other sessions end */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        current: string;
                        next: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": Record<string, never>;
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Switches the second factor off against one of its codes */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        code: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": Record<string, never>;
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/second-factor/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Switches the second factor on with its first code; the other sessions end */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        code: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": Record<string, never>;
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/second-factor/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives a new secret for an authenticator app */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            otpauthUri: string;
                            secret: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where one is signed in */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            sessions: {
                                current: boolean;
                                device: string;
                                /** Format: date-time */
                                endsAt: string;
                                /** Format: uuid */
                                id: string;
                                /** Format: date-time */
                                lastSeenAt: string;
                                /** Format: date-time */
                                startedAt: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Ends one of one’s own sessions */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": Record<string, never>;
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Accounts within one’s own region, a page at a time */
        get: {
            parameters: {
                query?: {
                    page?: number;
                    region?: string;
                    role?: "villageCadre" | "townshipOfficer" | "countyOfficer" | "countyApprover" | "prefectureOfficer" | "provinceOfficer" | "inspector" | "systemAdministrator" | "securityAdministrator" | "auditor";
                    size?: number;
                    sort?: "userName" | "-userName" | "displayName" | "-displayName" | "createdAt" | "-createdAt";
                    status?: "active" | "disabled";
                    text?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            rows: {
                                /** Format: date-time */
                                createdAt: string;
                                demonstration: boolean;
                                displayName: string;
                                /** Format: uuid */
                                id: string;
                                lastSignInAt: string | null;
                                lockedUntil: string | null;
                                mustChangePassword: boolean;
                                postings: {
                                    /** Format: uuid */
                                    id: string;
                                    regionCode: string;
                                    regionName: string;
                                    /** @enum {string} */
                                    role: "villageCadre" | "townshipOfficer" | "countyOfficer" | "countyApprover" | "prefectureOfficer" | "provinceOfficer" | "inspector" | "systemAdministrator" | "securityAdministrator" | "auditor";
                                }[];
                                regionCode: string;
                                regionName: string;
                                secondFactor: boolean;
                                /** @enum {string} */
                                status: "active" | "disabled";
                                userName: string;
                                version: number;
                            }[];
                            total: number;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Makes an account; its one-time password is in the answer and nowhere else */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        displayName: string;
                        regionCode?: string;
                        userName: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            account: {
                                /** Format: date-time */
                                createdAt: string;
                                demonstration: boolean;
                                displayName: string;
                                /** Format: uuid */
                                id: string;
                                lastSignInAt: string | null;
                                lockedUntil: string | null;
                                mustChangePassword: boolean;
                                postings: {
                                    /** Format: uuid */
                                    id: string;
                                    regionCode: string;
                                    regionName: string;
                                    /** @enum {string} */
                                    role: "villageCadre" | "townshipOfficer" | "countyOfficer" | "countyApprover" | "prefectureOfficer" | "provinceOfficer" | "inspector" | "systemAdministrator" | "securityAdministrator" | "auditor";
                                }[];
                                regionCode: string;
                                regionName: string;
                                secondFactor: boolean;
                                /** @enum {string} */
                                status: "active" | "disabled";
                                userName: string;
                                version: number;
                            };
                            oneTimePassword: string | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One account with the postings in force */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: date-time */
                            createdAt: string;
                            demonstration: boolean;
                            displayName: string;
                            /** Format: uuid */
                            id: string;
                            lastSignInAt: string | null;
                            lockedUntil: string | null;
                            mustChangePassword: boolean;
                            postings: {
                                /** Format: uuid */
                                id: string;
                                regionCode: string;
                                regionName: string;
                                /** @enum {string} */
                                role: "villageCadre" | "townshipOfficer" | "countyOfficer" | "countyApprover" | "prefectureOfficer" | "provinceOfficer" | "inspector" | "systemAdministrator" | "securityAdministrator" | "auditor";
                            }[];
                            regionCode: string;
                            regionName: string;
                            secondFactor: boolean;
                            /** @enum {string} */
                            status: "active" | "disabled";
                            userName: string;
                            version: number;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Renames, disables or enables an account, resets its password or second factor */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        displayName?: string;
                        /** @enum {boolean} */
                        resetPassword?: true;
                        /** @enum {boolean} */
                        resetSecondFactor?: true;
                        /** @enum {string} */
                        status?: "active" | "disabled";
                        version: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            account: {
                                /** Format: date-time */
                                createdAt: string;
                                demonstration: boolean;
                                displayName: string;
                                /** Format: uuid */
                                id: string;
                                lastSignInAt: string | null;
                                lockedUntil: string | null;
                                mustChangePassword: boolean;
                                postings: {
                                    /** Format: uuid */
                                    id: string;
                                    regionCode: string;
                                    regionName: string;
                                    /** @enum {string} */
                                    role: "villageCadre" | "townshipOfficer" | "countyOfficer" | "countyApprover" | "prefectureOfficer" | "provinceOfficer" | "inspector" | "systemAdministrator" | "securityAdministrator" | "auditor";
                                }[];
                                regionCode: string;
                                regionName: string;
                                secondFactor: boolean;
                                /** @enum {string} */
                                status: "active" | "disabled";
                                userName: string;
                                version: number;
                            };
                            oneTimePassword: string | null;
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/audit/acts/{id}/proof": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The proof that an act is in the log */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            checkpoint: string;
                            hashes: string[];
                            index: number;
                            leafHash: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit/checkpoint": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The newest signed checkpoint of the log, to be kept elsewhere */
        get: {
            parameters: {
                query?: {
                    since?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            at: string;
                            consistency: string[] | null;
                            note: string;
                            size: number;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Audit events by account, kind, subject and period, newest first */
        get: {
            parameters: {
                query?: {
                    accountId?: string;
                    after?: string;
                    from?: string;
                    kind?: string;
                    limit?: number;
                    subject?: string;
                    subjectId?: string;
                    until?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            events: {
                                account: {
                                    displayName: string | null;
                                    id: string;
                                    userName: string | null;
                                } | null;
                                at: string;
                                detail: {
                                    [key: string]: unknown;
                                } | null;
                                id: string;
                                kind: string;
                                postingId: string | null;
                                purpose: string | null;
                                regionCode: string | null;
                                subject: string | null;
                                subjectId: string | null;
                            }[];
                            next: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/demonstration/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The demonstration’s accounts with their password; not found where it is off */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            displayName: string;
                            password: string;
                            regionCode: string;
                            regionName: string;
                            /** @enum {string} */
                            role: "villageCadre" | "townshipOfficer" | "countyOfficer" | "countyApprover" | "prefectureOfficer" | "provinceOfficer" | "inspector" | "systemAdministrator" | "securityAdministrator" | "auditor";
                            userName: string;
                        }[];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Policy documents that were uploaded, newest first */
        get: {
            parameters: {
                query?: {
                    pack?: string;
                    page?: number;
                    size?: number;
                    text?: string;
                    withdrawn?: "true";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            rows: {
                                clauses: number;
                                fileName: string;
                                /** Format: uuid */
                                id: string;
                                issuedOn: string | null;
                                issuer: string | null;
                                matched: number;
                                number: string | null;
                                packId: string | null;
                                packTitle: {
                                    en: string;
                                    zh: string;
                                } | null;
                                publishedOn: string | null;
                                regionCode: string;
                                title: string | null;
                                unsure: number;
                                /** Format: date-time */
                                uploadedAt: string;
                                uploadedBy: string;
                                withdrawnAt: string | null;
                            }[];
                            total: number;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/documents/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One document, clause by clause, with the pack it is held against */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            clauseList: {
                                /** @enum {string} */
                                confidence: "certain" | "likely" | "guessed";
                                firstLine: number;
                                heading: string;
                                /** Format: uuid */
                                id: string;
                                inline: boolean;
                                /** @enum {string} */
                                kind: "part" | "chapter" | "section" | "article" | "han" | "hanParenthesised" | "digit" | "dotted" | "digitParenthesised" | "circled" | "ordinal" | "preamble" | "closing";
                                lastLine: number;
                                level: number;
                                match: {
                                    /** @enum {string} */
                                    basis: "path" | "words" | "hand";
                                    packClauseId: string | null;
                                    score: number | null;
                                } | null;
                                notes: {
                                    /** @enum {string} */
                                    code: "numberLost" | "numberMissing" | "numberRepeated" | "numberSkipped" | "numberBroken" | "numberInText" | "lineJoined" | "itemsWithin" | "closingGuessed" | "byHand" | "titleMissing" | "titleGuessed" | "borderGuessed";
                                    details?: {
                                        [key: string]: string | number;
                                    };
                                }[];
                                number: string;
                                parent: string | null;
                                path: string;
                                text: string;
                            }[];
                            clauses: number;
                            fileName: string;
                            firstLine: number;
                            /** Format: uuid */
                            id: string;
                            issuedOn: string | null;
                            issuer: string | null;
                            lastLine: number;
                            leftOut: {
                                line: number;
                                /** @enum {string} */
                                reason: "webPage" | "contents" | "pageNumber" | "heading" | "cover" | "addressees" | "signature" | "attachments";
                                text: string;
                            }[];
                            matched: number;
                            mayChange: boolean;
                            notes: {
                                /** @enum {string} */
                                code: "numberLost" | "numberMissing" | "numberRepeated" | "numberSkipped" | "numberBroken" | "numberInText" | "lineJoined" | "itemsWithin" | "closingGuessed" | "byHand" | "titleMissing" | "titleGuessed" | "borderGuessed";
                                details?: {
                                    [key: string]: string | number;
                                };
                            }[];
                            number: string | null;
                            pack: {
                                clauses: {
                                    id: string;
                                    number: string;
                                    parent?: string;
                                    summary: {
                                        en: string;
                                        zh: string;
                                    };
                                }[];
                                id: string;
                                title: {
                                    en: string;
                                    zh: string;
                                };
                            } | null;
                            packId: string | null;
                            packs: {
                                id: string;
                                title: {
                                    en: string;
                                    zh: string;
                                };
                            }[];
                            packScore: number | null;
                            packTitle: {
                                en: string;
                                zh: string;
                            } | null;
                            publishedOn: string | null;
                            regionCode: string;
                            title: string | null;
                            unsure: number;
                            /** Format: date-time */
                            uploadedAt: string;
                            uploadedBy: string;
                            version: number;
                            withdrawnAt: string | null;
                            withdrawnBecause: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/documents/{id}/clauses.yaml": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A draft of a pack's clauses.yaml from a document */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/documents/{id}/clauses/{clause}/match": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Says which clause of the pack a clause of the document says */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    clause: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        packClauseId: string | null;
                        version: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            clauseList: {
                                /** @enum {string} */
                                confidence: "certain" | "likely" | "guessed";
                                firstLine: number;
                                heading: string;
                                /** Format: uuid */
                                id: string;
                                inline: boolean;
                                /** @enum {string} */
                                kind: "part" | "chapter" | "section" | "article" | "han" | "hanParenthesised" | "digit" | "dotted" | "digitParenthesised" | "circled" | "ordinal" | "preamble" | "closing";
                                lastLine: number;
                                level: number;
                                match: {
                                    /** @enum {string} */
                                    basis: "path" | "words" | "hand";
                                    packClauseId: string | null;
                                    score: number | null;
                                } | null;
                                notes: {
                                    /** @enum {string} */
                                    code: "numberLost" | "numberMissing" | "numberRepeated" | "numberSkipped" | "numberBroken" | "numberInText" | "lineJoined" | "itemsWithin" | "closingGuessed" | "byHand" | "titleMissing" | "titleGuessed" | "borderGuessed";
                                    details?: {
                                        [key: string]: string | number;
                                    };
                                }[];
                                number: string;
                                parent: string | null;
                                path: string;
                                text: string;
                            }[];
                            clauses: number;
                            fileName: string;
                            firstLine: number;
                            /** Format: uuid */
                            id: string;
                            issuedOn: string | null;
                            issuer: string | null;
                            lastLine: number;
                            leftOut: {
                                line: number;
                                /** @enum {string} */
                                reason: "webPage" | "contents" | "pageNumber" | "heading" | "cover" | "addressees" | "signature" | "attachments";
                                text: string;
                            }[];
                            matched: number;
                            mayChange: boolean;
                            notes: {
                                /** @enum {string} */
                                code: "numberLost" | "numberMissing" | "numberRepeated" | "numberSkipped" | "numberBroken" | "numberInText" | "lineJoined" | "itemsWithin" | "closingGuessed" | "byHand" | "titleMissing" | "titleGuessed" | "borderGuessed";
                                details?: {
                                    [key: string]: string | number;
                                };
                            }[];
                            number: string | null;
                            pack: {
                                clauses: {
                                    id: string;
                                    number: string;
                                    parent?: string;
                                    summary: {
                                        en: string;
                                        zh: string;
                                    };
                                }[];
                                id: string;
                                title: {
                                    en: string;
                                    zh: string;
                                };
                            } | null;
                            packId: string | null;
                            packs: {
                                id: string;
                                title: {
                                    en: string;
                                    zh: string;
                                };
                            }[];
                            packScore: number | null;
                            packTitle: {
                                en: string;
                                zh: string;
                            } | null;
                            publishedOn: string | null;
                            regionCode: string;
                            title: string | null;
                            unsure: number;
                            /** Format: date-time */
                            uploadedAt: string;
                            uploadedBy: string;
                            version: number;
                            withdrawnAt: string | null;
                            withdrawnBecause: string | null;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/documents/{id}/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Joins, splits or renumbers a clause that was cut wrongly */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        correction: {
                            /** Format: uuid */
                            clause: string;
                            /** @enum {string} */
                            kind: "join";
                        } | {
                            at: number;
                            /** Format: uuid */
                            clause: string;
                            /** @enum {string} */
                            kind: "split";
                            number: string;
                        } | {
                            /** Format: uuid */
                            clause: string;
                            /** @enum {string} */
                            kind: "renumber";
                            number: string;
                        };
                        version: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            clauseList: {
                                /** @enum {string} */
                                confidence: "certain" | "likely" | "guessed";
                                firstLine: number;
                                heading: string;
                                /** Format: uuid */
                                id: string;
                                inline: boolean;
                                /** @enum {string} */
                                kind: "part" | "chapter" | "section" | "article" | "han" | "hanParenthesised" | "digit" | "dotted" | "digitParenthesised" | "circled" | "ordinal" | "preamble" | "closing";
                                lastLine: number;
                                level: number;
                                match: {
                                    /** @enum {string} */
                                    basis: "path" | "words" | "hand";
                                    packClauseId: string | null;
                                    score: number | null;
                                } | null;
                                notes: {
                                    /** @enum {string} */
                                    code: "numberLost" | "numberMissing" | "numberRepeated" | "numberSkipped" | "numberBroken" | "numberInText" | "lineJoined" | "itemsWithin" | "closingGuessed" | "byHand" | "titleMissing" | "titleGuessed" | "borderGuessed";
                                    details?: {
                                        [key: string]: string | number;
                                    };
                                }[];
                                number: string;
                                parent: string | null;
                                path: string;
                                text: string;
                            }[];
                            clauses: number;
                            fileName: string;
                            firstLine: number;
                            /** Format: uuid */
                            id: string;
                            issuedOn: string | null;
                            issuer: string | null;
                            lastLine: number;
                            leftOut: {
                                line: number;
                                /** @enum {string} */
                                reason: "webPage" | "contents" | "pageNumber" | "heading" | "cover" | "addressees" | "signature" | "attachments";
                                text: string;
                            }[];
                            matched: number;
                            mayChange: boolean;
                            notes: {
                                /** @enum {string} */
                                code: "numberLost" | "numberMissing" | "numberRepeated" | "numberSkipped" | "numberBroken" | "numberInText" | "lineJoined" | "itemsWithin" | "closingGuessed" | "byHand" | "titleMissing" | "titleGuessed" | "borderGuessed";
                                details?: {
                                    [key: string]: string | number;
                                };
                            }[];
                            number: string | null;
                            pack: {
                                clauses: {
                                    id: string;
                                    number: string;
                                    parent?: string;
                                    summary: {
                                        en: string;
                                        zh: string;
                                    };
                                }[];
                                id: string;
                                title: {
                                    en: string;
                                    zh: string;
                                };
                            } | null;
                            packId: string | null;
                            packs: {
                                id: string;
                                title: {
                                    en: string;
                                    zh: string;
                                };
                            }[];
                            packScore: number | null;
                            packTitle: {
                                en: string;
                                zh: string;
                            } | null;
                            publishedOn: string | null;
                            regionCode: string;
                            title: string | null;
                            unsure: number;
                            /** Format: date-time */
                            uploadedAt: string;
                            uploadedBy: string;
                            version: number;
                            withdrawnAt: string | null;
                            withdrawnBecause: string | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/documents/{id}/pack": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Chooses the pack that a document is held against */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        packId: string | null;
                        version: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            clauseList: {
                                /** @enum {string} */
                                confidence: "certain" | "likely" | "guessed";
                                firstLine: number;
                                heading: string;
                                /** Format: uuid */
                                id: string;
                                inline: boolean;
                                /** @enum {string} */
                                kind: "part" | "chapter" | "section" | "article" | "han" | "hanParenthesised" | "digit" | "dotted" | "digitParenthesised" | "circled" | "ordinal" | "preamble" | "closing";
                                lastLine: number;
                                level: number;
                                match: {
                                    /** @enum {string} */
                                    basis: "path" | "words" | "hand";
                                    packClauseId: string | null;
                                    score: number | null;
                                } | null;
                                notes: {
                                    /** @enum {string} */
                                    code: "numberLost" | "numberMissing" | "numberRepeated" | "numberSkipped" | "numberBroken" | "numberInText" | "lineJoined" | "itemsWithin" | "closingGuessed" | "byHand" | "titleMissing" | "titleGuessed" | "borderGuessed";
                                    details?: {
                                        [key: string]: string | number;
                                    };
                                }[];
                                number: string;
                                parent: string | null;
                                path: string;
                                text: string;
                            }[];
                            clauses: number;
                            fileName: string;
                            firstLine: number;
                            /** Format: uuid */
                            id: string;
                            issuedOn: string | null;
                            issuer: string | null;
                            lastLine: number;
                            leftOut: {
                                line: number;
                                /** @enum {string} */
                                reason: "webPage" | "contents" | "pageNumber" | "heading" | "cover" | "addressees" | "signature" | "attachments";
                                text: string;
                            }[];
                            matched: number;
                            mayChange: boolean;
                            notes: {
                                /** @enum {string} */
                                code: "numberLost" | "numberMissing" | "numberRepeated" | "numberSkipped" | "numberBroken" | "numberInText" | "lineJoined" | "itemsWithin" | "closingGuessed" | "byHand" | "titleMissing" | "titleGuessed" | "borderGuessed";
                                details?: {
                                    [key: string]: string | number;
                                };
                            }[];
                            number: string | null;
                            pack: {
                                clauses: {
                                    id: string;
                                    number: string;
                                    parent?: string;
                                    summary: {
                                        en: string;
                                        zh: string;
                                    };
                                }[];
                                id: string;
                                title: {
                                    en: string;
                                    zh: string;
                                };
                            } | null;
                            packId: string | null;
                            packs: {
                                id: string;
                                title: {
                                    en: string;
                                    zh: string;
                                };
                            }[];
                            packScore: number | null;
                            packTitle: {
                                en: string;
                                zh: string;
                            } | null;
                            publishedOn: string | null;
                            regionCode: string;
                            title: string | null;
                            unsure: number;
                            /** Format: date-time */
                            uploadedAt: string;
                            uploadedBy: string;
                            version: number;
                            withdrawnAt: string | null;
                            withdrawnBecause: string | null;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/documents/{id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Withdraws a document, with the reason */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                        version: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            clauseList: {
                                /** @enum {string} */
                                confidence: "certain" | "likely" | "guessed";
                                firstLine: number;
                                heading: string;
                                /** Format: uuid */
                                id: string;
                                inline: boolean;
                                /** @enum {string} */
                                kind: "part" | "chapter" | "section" | "article" | "han" | "hanParenthesised" | "digit" | "dotted" | "digitParenthesised" | "circled" | "ordinal" | "preamble" | "closing";
                                lastLine: number;
                                level: number;
                                match: {
                                    /** @enum {string} */
                                    basis: "path" | "words" | "hand";
                                    packClauseId: string | null;
                                    score: number | null;
                                } | null;
                                notes: {
                                    /** @enum {string} */
                                    code: "numberLost" | "numberMissing" | "numberRepeated" | "numberSkipped" | "numberBroken" | "numberInText" | "lineJoined" | "itemsWithin" | "closingGuessed" | "byHand" | "titleMissing" | "titleGuessed" | "borderGuessed";
                                    details?: {
                                        [key: string]: string | number;
                                    };
                                }[];
                                number: string;
                                parent: string | null;
                                path: string;
                                text: string;
                            }[];
                            clauses: number;
                            fileName: string;
                            firstLine: number;
                            /** Format: uuid */
                            id: string;
                            issuedOn: string | null;
                            issuer: string | null;
                            lastLine: number;
                            leftOut: {
                                line: number;
                                /** @enum {string} */
                                reason: "webPage" | "contents" | "pageNumber" | "heading" | "cover" | "addressees" | "signature" | "attachments";
                                text: string;
                            }[];
                            matched: number;
                            mayChange: boolean;
                            notes: {
                                /** @enum {string} */
                                code: "numberLost" | "numberMissing" | "numberRepeated" | "numberSkipped" | "numberBroken" | "numberInText" | "lineJoined" | "itemsWithin" | "closingGuessed" | "byHand" | "titleMissing" | "titleGuessed" | "borderGuessed";
                                details?: {
                                    [key: string]: string | number;
                                };
                            }[];
                            number: string | null;
                            pack: {
                                clauses: {
                                    id: string;
                                    number: string;
                                    parent?: string;
                                    summary: {
                                        en: string;
                                        zh: string;
                                    };
                                }[];
                                id: string;
                                title: {
                                    en: string;
                                    zh: string;
                                };
                            } | null;
                            packId: string | null;
                            packs: {
                                id: string;
                                title: {
                                    en: string;
                                    zh: string;
                                };
                            }[];
                            packScore: number | null;
                            packTitle: {
                                en: string;
                                zh: string;
                            } | null;
                            publishedOn: string | null;
                            regionCode: string;
                            title: string | null;
                            unsure: number;
                            /** Format: date-time */
                            uploadedAt: string;
                            uploadedBy: string;
                            version: number;
                            withdrawnAt: string | null;
                            withdrawnBecause: string | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/documents/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Upload a policy document: field requestId, then one part named file */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            documents: {
                                clauses: number;
                                /** Format: uuid */
                                id: string;
                                packId: string | null;
                                title: string | null;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/documents/originals/{pack}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The texts that stand beside a pack's clauses */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    pack: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            originals: {
                                /** Format: uuid */
                                documentId: string;
                                heading: string;
                                number: string;
                                packClauseId: string;
                                path: string;
                                text: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/entitlements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many in a region are due what, how many get it, by rule and by place */
        get: {
            parameters: {
                query?: {
                    effect?: "entitlement" | "ineligible" | "exit" | "entry" | "lead" | "alert" | "data" | "score";
                    on?: string;
                    /** @description A region code, or nation; the whole reach of the officer if left out. */
                    region?: string;
                    /** @description By place only for this rule. */
                    rule?: string;
                    theme?: "identification" | "exit" | "income" | "education" | "health" | "housing" | "water" | "industry" | "employment" | "relocation" | "ecology" | "finance" | "socialSecurity" | "disability" | "assets" | "infrastructure" | "culture" | "teams" | "monitoring" | "dataQuality" | "supervision";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EntitlementSummary"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/entitlements/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The households or persons behind a number as an .xlsx workbook */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: date */
                        on?: string;
                        purpose: string;
                        /** @description A region code, or nation; the whole reach of the officer if left out. */
                        region?: string;
                        /** @description Pack and rule: willow.kindergartenAid. */
                        rule: string;
                        /**
                         * @default due
                         * @enum {string}
                         */
                        standing?: "due" | "gotAndDue" | "dueNotGot" | "gotNotDue" | "open";
                    };
                };
            };
            responses: {
                /** @description An .xlsx workbook. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/entitlements/list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The households or persons behind a number */
        get: {
            parameters: {
                query: {
                    on?: string;
                    page?: number;
                    /** @description A region code, or nation; the whole reach of the officer if left out. */
                    region?: string;
                    /** @description Pack and rule: willow.kindergartenAid. */
                    rule: string;
                    size?: number;
                    standing?: "due" | "gotAndDue" | "dueNotGot" | "gotNotDue" | "open";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EntitledList"];
                    };
                };
            };
        };
        put?: never;
        /** The same where the list tells of health; the purpose is recorded */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: date */
                        on?: string;
                        /** @default 1 */
                        page?: number;
                        purpose: string;
                        /** @description A region code, or nation; the whole reach of the officer if left out. */
                        region?: string;
                        /** @description Pack and rule: willow.kindergartenAid. */
                        rule: string;
                        /** @default 20 */
                        size?: number;
                        /**
                         * @default due
                         * @enum {string}
                         */
                        standing?: "due" | "gotAndDue" | "dueNotGot" | "gotNotDue" | "open";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EntitledList"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/households": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A page of households: search, filters, order */
        get: {
            parameters: {
                query?: {
                    filters?: string;
                    page?: number;
                    region?: string;
                    size?: number;
                    sort?: string;
                    text?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            rows: components["schemas"]["ListedHousehold"][];
                            total: number;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Add a household with its members */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        facts: components["schemas"]["HouseholdChangesInput"];
                        /** Format: date */
                        happenedOn?: string;
                        /** Format: uuid */
                        id: string;
                        persons: {
                            facts: components["schemas"]["PersonChangesInput"];
                            /** Format: uuid */
                            id: string;
                        }[];
                        reason?: string;
                        /**
                         * Format: uuid
                         * @description Made by the sender; sent twice, recorded once.
                         */
                        requestId: string;
                        villageCode: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            county: string;
                            /** Format: uuid */
                            id: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/households/{county}/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A household with members, surveys and registration spells; sensitive values masked */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    county: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            household: components["schemas"]["Household"];
                            persons: {
                                accidentInsuranceSubsidy: boolean | null;
                                activeSoldier: boolean | null;
                                age: number | null;
                                birthDay: string | null;
                                boardsAtSchool: boolean | null;
                                commercialMedical: boolean | null;
                                countyCode: string;
                                disabilityCardYear: number | null;
                                disabilityGrade: components["schemas"]["Masked"] | (("1" | "2" | "3" | "4") | null);
                                documentKind: ("idCard" | "disabilityCard") | null;
                                documentNumber: components["schemas"]["Masked"] | (string | null);
                                education: ("10" | "20" | "30" | "40" | "60" | "70" | "80" | "90" | "00") | null;
                                employeeMedical: boolean | null;
                                employeePension: boolean | null;
                                ethnicity: ("10" | "11" | "12" | "13" | "14" | "15" | "16" | "17" | "18" | "19" | "20" | "21" | "22" | "23" | "24" | "25" | "26" | "27" | "28" | "29" | "30" | "31" | "32" | "33" | "34" | "35" | "36" | "37" | "38" | "39" | "40" | "41" | "42" | "43" | "44" | "45" | "46" | "47" | "48" | "49" | "50" | "51" | "52" | "53" | "54" | "55" | "56" | "97" | "98" | "01" | "02" | "03" | "04" | "05" | "06" | "07" | "08" | "09") | null;
                                extremePovertySupport: ("none" | "rural" | "urban") | null;
                                health: components["schemas"]["Masked"] | (("healthy" | "chronicIllness" | "seriousIllness" | "disability" | "deceased")[] | null);
                                /** Format: uuid */
                                householdId: string;
                                /** Format: uuid */
                                id: string;
                                identifiedMonth: string | null;
                                joinedOn: string | null;
                                joinReason: ("registered" | "birth" | "marriage" | "movedIn" | "split" | "merge") | null;
                                labourSkill: ("ordinary" | "skilled" | "weak" | "lost" | "none") | null;
                                leaveReason: ("death" | "marriage" | "emigration" | "prison" | "movedOut" | "error") | null;
                                leftBehind: ("child" | "woman" | "elder") | null;
                                leftOn: string | null;
                                maritalStatus: ("10" | "20" | "30" | "40" | "90") | null;
                                medicalAid: boolean | null;
                                name: string | null;
                                number: string | null;
                                otherHealthAid: boolean | null;
                                outOfSchoolReason: ("illness" | "disability" | "unwilling" | "hardship" | "working" | "earlyMarriage" | "suspended" | "deferred" | "homeTaught" | "other") | null;
                                phone: components["schemas"]["Masked"] | (string | null);
                                politicalStatus: ("10" | "11" | "12" | "13" | "01" | "02" | "03" | "04" | "05" | "06" | "07" | "08" | "09") | null;
                                publicPostMonths: number | null;
                                publicPosts: ("forestRanger" | "cleaner" | "roadKeeper" | "waterKeeper" | "securityAssistant" | "carer" | "photovoltaic" | "coordinator" | "other")[] | null;
                                rainAndDewAid: boolean | null;
                                relation: ("10" | "11" | "12" | "20" | "21" | "22" | "23" | "24" | "25" | "26" | "27" | "28" | "29" | "30" | "31" | "32" | "33" | "34" | "35" | "36" | "37" | "38" | "39" | "40" | "41" | "42" | "43" | "44" | "45" | "46" | "47" | "48" | "49" | "50" | "51" | "52" | "53" | "54" | "55" | "56" | "57" | "58" | "59" | "60" | "61" | "62" | "63" | "64" | "65" | "66" | "67" | "68" | "69" | "70" | "71" | "72" | "73" | "74" | "75" | "76" | "77" | "78" | "79" | "80" | "81" | "82" | "83" | "84" | "85" | "86" | "87" | "88" | "89" | "90" | "91" | "92" | "93" | "94" | "95" | "96" | "97" | "98" | "99" | "01" | "02") | null;
                                residentMedical: boolean | null;
                                residentPension: boolean | null;
                                schoolStatus: ("notInSchool" | "belowSchoolAge" | "preschool" | "primary" | "grade7" | "grade8" | "grade9" | "senior1" | "senior2" | "senior3" | "vocational1" | "vocational2" | "vocational3" | "technician" | "college1" | "college2" | "college3" | "higher" | "bachelor" | "postgraduate") | null;
                                seriousIllnessInsurance: boolean | null;
                                sex: ("0" | "1" | "2" | "9") | null;
                                speaksMandarin: boolean | null;
                                status: string;
                                subsistenceAllowance: ("none" | "rural" | "urban") | null;
                                townResidenceMonths: number | null;
                                unattendedChild: boolean | null;
                                unemployedGraduateReason: string | null;
                                version: number;
                                villageCode: string;
                                workEmployer: string | null;
                                workMonths: number | null;
                                workPlace: string | null;
                                workStatus: ("inTownship" | "inCounty" | "inProvince" | "outsideProvince" | "other") | null;
                            }[];
                            spells: components["schemas"]["RegistrationSpell"][];
                            surveys: components["schemas"]["Survey"][];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Correct what is recorded of a household */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    county: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        changes: components["schemas"]["HouseholdChangesInput"];
                        /** Format: date */
                        happenedOn?: string;
                        reason?: string;
                        /**
                         * Format: uuid
                         * @description Made by the sender; sent twice, recorded once.
                         */
                        requestId: string;
                        /** @description of the household, as seen */
                        version: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            county: string;
                            /** Format: uuid */
                            id: string;
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/households/{county}/{id}/acts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was done to a household, newest first */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    offset?: number;
                };
                header?: never;
                path: {
                    county: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            acts: components["schemas"]["HistoryAct"][];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/households/{county}/{id}/entitlements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a household and its members are due on a day, what they get, and why */
        get: {
            parameters: {
                query?: {
                    /** @description Today if left out. */
                    on?: string;
                };
                header?: never;
                path: {
                    county: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["HouseholdEntitlements"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/households/{county}/{id}/entitlements/unmask": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The same with what follows from sensitive values; the purpose is recorded */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    county: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: date */
                        on?: string;
                        purpose: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["HouseholdEntitlements"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/households/{county}/{id}/findings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the data rules found in a household, its members and surveys */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    county: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            findings: components["schemas"]["QualityFinding"][];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/households/{county}/{id}/head": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make another member the head of the household */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    county: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: date */
                        happenedOn?: string;
                        /** Format: uuid */
                        headId: string;
                        reason?: string;
                        relations: {
                            [key: string]: string;
                        };
                        /**
                         * Format: uuid
                         * @description Made by the sender; sent twice, recorded once.
                         */
                        requestId: string;
                        /** @description of the household, as seen */
                        version: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            county: string;
                            /** Format: uuid */
                            id: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/households/{county}/{id}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make one household of two; the other one closes */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    county: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        absorbed: string;
                        /** Format: date */
                        happenedOn?: string;
                        /** Format: date */
                        on: string;
                        reason?: string;
                        relations: {
                            [key: string]: "10" | "11" | "12" | "20" | "21" | "22" | "23" | "24" | "25" | "26" | "27" | "28" | "29" | "30" | "31" | "32" | "33" | "34" | "35" | "36" | "37" | "38" | "39" | "40" | "41" | "42" | "43" | "44" | "45" | "46" | "47" | "48" | "49" | "50" | "51" | "52" | "53" | "54" | "55" | "56" | "57" | "58" | "59" | "60" | "61" | "62" | "63" | "64" | "65" | "66" | "67" | "68" | "69" | "70" | "71" | "72" | "73" | "74" | "75" | "76" | "77" | "78" | "79" | "80" | "81" | "82" | "83" | "84" | "85" | "86" | "87" | "88" | "89" | "90" | "91" | "92" | "93" | "94" | "95" | "96" | "97" | "98" | "99" | "01" | "02";
                        };
                        /**
                         * Format: uuid
                         * @description Made by the sender; sent twice, recorded once.
                         */
                        requestId: string;
                        /** @description of the household, as seen */
                        version: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            county: string;
                            /** Format: uuid */
                            id: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/households/{county}/{id}/persons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record a birth, or somebody who comes by marriage or otherwise */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    county: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: date */
                        happenedOn?: string;
                        /** @enum {string} */
                        how: "registered" | "birth" | "marriage" | "movedIn" | "split" | "merge";
                        /** Format: date */
                        on?: string;
                        person: {
                            facts: components["schemas"]["PersonChangesInput"];
                            /** Format: uuid */
                            id: string;
                        };
                        reason?: string;
                        /**
                         * Format: uuid
                         * @description Made by the sender; sent twice, recorded once.
                         */
                        requestId: string;
                        /** @description of the household, as seen */
                        version: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            county: string;
                            /** Format: uuid */
                            id: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/households/{county}/{id}/persons/{person}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Correct what is recorded of a member */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    county: string;
                    id: string;
                    person: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        changes: components["schemas"]["PersonChangesInput"];
                        /** Format: date */
                        happenedOn?: string;
                        reason?: string;
                        /**
                         * Format: uuid
                         * @description Made by the sender; sent twice, recorded once.
                         */
                        requestId: string;
                        /** @description of the household, as seen */
                        version: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            county: string;
                            /** Format: uuid */
                            id: string;
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/households/{county}/{id}/persons/{person}/leave": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record a death or a departure */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    county: string;
                    id: string;
                    person: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: date */
                        happenedOn?: string;
                        /** @enum {string} */
                        how: "death" | "marriage" | "emigration" | "prison" | "movedOut" | "error";
                        /** Format: date */
                        on: string;
                        reason?: string;
                        /**
                         * Format: uuid
                         * @description Made by the sender; sent twice, recorded once.
                         */
                        requestId: string;
                        succession?: {
                            /** Format: uuid */
                            headId: string;
                            relations: {
                                [key: string]: "10" | "11" | "12" | "20" | "21" | "22" | "23" | "24" | "25" | "26" | "27" | "28" | "29" | "30" | "31" | "32" | "33" | "34" | "35" | "36" | "37" | "38" | "39" | "40" | "41" | "42" | "43" | "44" | "45" | "46" | "47" | "48" | "49" | "50" | "51" | "52" | "53" | "54" | "55" | "56" | "57" | "58" | "59" | "60" | "61" | "62" | "63" | "64" | "65" | "66" | "67" | "68" | "69" | "70" | "71" | "72" | "73" | "74" | "75" | "76" | "77" | "78" | "79" | "80" | "81" | "82" | "83" | "84" | "85" | "86" | "87" | "88" | "89" | "90" | "91" | "92" | "93" | "94" | "95" | "96" | "97" | "98" | "99" | "01" | "02";
                            };
                        };
                        /** @description of the household, as seen */
                        version: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            county: string;
                            /** Format: uuid */
                            id: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/households/{county}/{id}/persons/{person}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Move a member into another household of the county */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    county: string;
                    id: string;
                    person: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: date */
                        happenedOn?: string;
                        /** Format: date */
                        on: string;
                        reason?: string;
                        /** @enum {string} */
                        relation: "10" | "11" | "12" | "20" | "21" | "22" | "23" | "24" | "25" | "26" | "27" | "28" | "29" | "30" | "31" | "32" | "33" | "34" | "35" | "36" | "37" | "38" | "39" | "40" | "41" | "42" | "43" | "44" | "45" | "46" | "47" | "48" | "49" | "50" | "51" | "52" | "53" | "54" | "55" | "56" | "57" | "58" | "59" | "60" | "61" | "62" | "63" | "64" | "65" | "66" | "67" | "68" | "69" | "70" | "71" | "72" | "73" | "74" | "75" | "76" | "77" | "78" | "79" | "80" | "81" | "82" | "83" | "84" | "85" | "86" | "87" | "88" | "89" | "90" | "91" | "92" | "93" | "94" | "95" | "96" | "97" | "98" | "99" | "01" | "02";
                        /**
                         * Format: uuid
                         * @description Made by the sender; sent twice, recorded once.
                         */
                        requestId: string;
                        succession?: {
                            /** Format: uuid */
                            headId: string;
                            relations: {
                                [key: string]: "10" | "11" | "12" | "20" | "21" | "22" | "23" | "24" | "25" | "26" | "27" | "28" | "29" | "30" | "31" | "32" | "33" | "34" | "35" | "36" | "37" | "38" | "39" | "40" | "41" | "42" | "43" | "44" | "45" | "46" | "47" | "48" | "49" | "50" | "51" | "52" | "53" | "54" | "55" | "56" | "57" | "58" | "59" | "60" | "61" | "62" | "63" | "64" | "65" | "66" | "67" | "68" | "69" | "70" | "71" | "72" | "73" | "74" | "75" | "76" | "77" | "78" | "79" | "80" | "81" | "82" | "83" | "84" | "85" | "86" | "87" | "88" | "89" | "90" | "91" | "92" | "93" | "94" | "95" | "96" | "97" | "98" | "99" | "01" | "02";
                            };
                        };
                        /** Format: uuid */
                        to: string;
                        /** @description of the household, as seen */
                        version: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            county: string;
                            /** Format: uuid */
                            id: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/households/{county}/{id}/spells": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record a registration spell */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    county: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        facts: components["schemas"]["SpellFactsInput"];
                        /** Format: date */
                        happenedOn?: string;
                        reason: string;
                        /**
                         * Format: uuid
                         * @description Made by the sender; sent twice, recorded once.
                         */
                        requestId: string;
                        /** Format: uuid */
                        spellId: string;
                        /** @description of the household, as seen */
                        version: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            county: string;
                            /** Format: uuid */
                            id: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/households/{county}/{id}/spells/{spell}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Correct what is recorded of a registration spell; without an end it goes on */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    county: string;
                    id: string;
                    spell: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        changes: {
                            endedOn?: string | null;
                            endReason?: ("exited" | "eliminated" | "removed" | "naturalDecrease" | "merged") | null;
                            /** @enum {string} */
                            kind?: "registered" | "monitored";
                            /** Format: date */
                            startedOn?: string;
                            /** @enum {string} */
                            startReason?: "identified" | "lookBack" | "returned" | "split";
                        };
                        /** Format: date */
                        happenedOn?: string;
                        reason: string;
                        /**
                         * Format: uuid
                         * @description Made by the sender; sent twice, recorded once.
                         */
                        requestId: string;
                        /** @description of the household, as seen */
                        version: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            county: string;
                            /** Format: uuid */
                            id: string;
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/households/{county}/{id}/spells/{spell}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a registration spell */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    county: string;
                    id: string;
                    spell: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: date */
                        happenedOn?: string;
                        /** @enum {string} */
                        how: "exited" | "eliminated" | "removed" | "naturalDecrease" | "merged";
                        /** Format: date */
                        on: string;
                        reason: string;
                        /**
                         * Format: uuid
                         * @description Made by the sender; sent twice, recorded once.
                         */
                        requestId: string;
                        /** @description of the household, as seen */
                        version: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            county: string;
                            /** Format: uuid */
                            id: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/households/{county}/{id}/split": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make two households of one */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    county: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: date */
                        happenedOn?: string;
                        /** Format: uuid */
                        headId: string;
                        /** Format: uuid */
                        newHouseholdId: string;
                        number: string;
                        /** Format: date */
                        on: string;
                        personIds: string[];
                        reason?: string;
                        relations: {
                            [key: string]: "10" | "11" | "12" | "20" | "21" | "22" | "23" | "24" | "25" | "26" | "27" | "28" | "29" | "30" | "31" | "32" | "33" | "34" | "35" | "36" | "37" | "38" | "39" | "40" | "41" | "42" | "43" | "44" | "45" | "46" | "47" | "48" | "49" | "50" | "51" | "52" | "53" | "54" | "55" | "56" | "57" | "58" | "59" | "60" | "61" | "62" | "63" | "64" | "65" | "66" | "67" | "68" | "69" | "70" | "71" | "72" | "73" | "74" | "75" | "76" | "77" | "78" | "79" | "80" | "81" | "82" | "83" | "84" | "85" | "86" | "87" | "88" | "89" | "90" | "91" | "92" | "93" | "94" | "95" | "96" | "97" | "98" | "99" | "01" | "02";
                        };
                        /**
                         * Format: uuid
                         * @description Made by the sender; sent twice, recorded once.
                         */
                        requestId: string;
                        /** @description of the household, as seen */
                        version: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            county: string;
                            /** Format: uuid */
                            id: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/households/{county}/{id}/surveys/{year}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Record or correct the survey of a year; totals are worked out */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    county: string;
                    id: string;
                    year: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        facts: components["schemas"]["SurveyChangesInput"];
                        /** Format: date */
                        happenedOn?: string;
                        reason?: string;
                        /**
                         * Format: uuid
                         * @description Made by the sender; sent twice, recorded once.
                         */
                        requestId: string;
                        /** Format: uuid */
                        surveyId: string;
                        /** @description of the household, as seen */
                        version: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            county: string;
                            /** Format: uuid */
                            id: string;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/households/{county}/{id}/unmask": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The sensitive values of a household and its members; the purpose is recorded */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    county: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        purpose: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            household: {
                                [key: string]: unknown;
                            };
                            persons: {
                                /** Format: uuid */
                                id: string;
                                values: {
                                    [key: string]: unknown;
                                };
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/households/{county}/{id}/village": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Move the household with all that is recorded of it to another village of the county */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    county: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: date */
                        happenedOn?: string;
                        /** Format: date */
                        on: string;
                        reason: string;
                        /**
                         * Format: uuid
                         * @description Made by the sender; sent twice, recorded once.
                         */
                        requestId: string;
                        to: string;
                        /** @description of the household, as seen */
                        version: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            county: string;
                            /** Format: uuid */
                            id: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/households/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The households of a list as an .xlsx workbook in the national layout */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["HouseholdExportInput"];
                };
            };
            responses: {
                /** @description An .xlsx workbook. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/indicator-reports/{id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A report of an indicator is taken back, with the reason */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Upload spreadsheets: fields requestId and (to add to an import) run, then parts named file */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Imports in the posting’s reach, newest first */
        get: {
            parameters: {
                query?: {
                    page?: number;
                    size?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            rows: {
                                /** Format: date-time */
                                createdAt: string;
                                figures: {
                                    added: number;
                                    changed: number;
                                    refused: number;
                                    rows: number;
                                    taken: number;
                                    unchanged: number;
                                    warned: number;
                                } | null;
                                fileNames: string[];
                                finishedAt: string | null;
                                /** Format: uuid */
                                id: string;
                                officer: string;
                                regionCode: string;
                                regionName: string;
                                share: number | null;
                                startedAt: string | null;
                                /** @enum {string} */
                                state: "mapping" | "queued" | "checking" | "taking" | "done" | "refused" | "cancelled" | "failed";
                            }[];
                            total: number;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/runs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where an import stands */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            actions: ("addFile" | "map" | "start" | "cancel")[];
                            cancelRequested: boolean;
                            /** Format: date-time */
                            createdAt: string;
                            figures: {
                                added: number;
                                changed: number;
                                refused: number;
                                rows: number;
                                taken: number;
                                unchanged: number;
                                warned: number;
                            } | null;
                            fileNames: string[];
                            finishedAt: string | null;
                            /** Format: uuid */
                            id: string;
                            officer: string;
                            problem: {
                                code: string;
                                details: {
                                    [key: string]: string | number | string[] | number[];
                                };
                            } | null;
                            progress: {
                                /** @enum {string} */
                                phase: "waiting" | "reading" | "comparing" | "taking";
                                rowsPerSecond: number;
                                rowsRead: number;
                                rowsRefused: number;
                                secondsLeft: number | null;
                                share: number;
                            } | null;
                            regionCode: string;
                            regionName: string;
                            startedAt: string | null;
                            /** @enum {string} */
                            state: "mapping" | "queued" | "checking" | "taking" | "done" | "refused" | "cancelled" | "failed";
                            tables: {
                                encoding: string | null;
                                figures: {
                                    added: number;
                                    changed: number;
                                    refused: number;
                                    rows: number;
                                    taken: number;
                                    unchanged: number;
                                    warned: number;
                                } | null;
                                fileBytes: number;
                                fileName: string;
                                /** @enum {string} */
                                format: "xlsx" | "csv" | "unknown";
                                hidden: boolean;
                                kind: ("households" | "members" | "surveys") | null;
                                leftOut: boolean;
                                position: number;
                                problem: {
                                    code: string;
                                    details: {
                                        [key: string]: string | number | string[] | number[];
                                    };
                                } | null;
                                reasons: {
                                    code: string;
                                    count: number;
                                    /** @enum {string} */
                                    level: "E" | "W";
                                }[];
                                sheetName: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/runs/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel the import; nothing of it is taken */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            actions: ("addFile" | "map" | "start" | "cancel")[];
                            cancelRequested: boolean;
                            /** Format: date-time */
                            createdAt: string;
                            figures: {
                                added: number;
                                changed: number;
                                refused: number;
                                rows: number;
                                taken: number;
                                unchanged: number;
                                warned: number;
                            } | null;
                            fileNames: string[];
                            finishedAt: string | null;
                            /** Format: uuid */
                            id: string;
                            officer: string;
                            problem: {
                                code: string;
                                details: {
                                    [key: string]: string | number | string[] | number[];
                                };
                            } | null;
                            progress: {
                                /** @enum {string} */
                                phase: "waiting" | "reading" | "comparing" | "taking";
                                rowsPerSecond: number;
                                rowsRead: number;
                                rowsRefused: number;
                                secondsLeft: number | null;
                                share: number;
                            } | null;
                            regionCode: string;
                            regionName: string;
                            startedAt: string | null;
                            /** @enum {string} */
                            state: "mapping" | "queued" | "checking" | "taking" | "done" | "refused" | "cancelled" | "failed";
                            tables: {
                                encoding: string | null;
                                figures: {
                                    added: number;
                                    changed: number;
                                    refused: number;
                                    rows: number;
                                    taken: number;
                                    unchanged: number;
                                    warned: number;
                                } | null;
                                fileBytes: number;
                                fileName: string;
                                /** @enum {string} */
                                format: "xlsx" | "csv" | "unknown";
                                hidden: boolean;
                                kind: ("households" | "members" | "surveys") | null;
                                leftOut: boolean;
                                position: number;
                                problem: {
                                    code: string;
                                    details: {
                                        [key: string]: string | number | string[] | number[];
                                    };
                                } | null;
                                reasons: {
                                    code: string;
                                    count: number;
                                    /** @enum {string} */
                                    level: "E" | "W";
                                }[];
                                sheetName: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/runs/{id}/findings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Refused and warned cells, a page at a time */
        get: {
            parameters: {
                query?: {
                    code?: string;
                    level?: "E" | "W";
                    page?: number;
                    position?: number;
                    size?: number;
                    without?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            rows: {
                                cell: string | null;
                                code: string;
                                details: {
                                    [key: string]: string | number | string[] | number[];
                                };
                                fileName: string;
                                header: string | null;
                                /** @enum {string} */
                                level: "E" | "W";
                                position: number;
                                row: number;
                                sheetName: string;
                            }[];
                            total: number;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/runs/{id}/mapping": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set how columns are read; kept for the region’s next file */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        tables: {
                            columns?: (string | null)[];
                            headerRow?: number;
                            /** @enum {string} */
                            kind?: "households" | "members" | "surveys";
                            leftOut: boolean;
                            position: number;
                            year?: number | null;
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            actions: ("addFile" | "map" | "start" | "cancel")[];
                            cancelRequested: boolean;
                            /** Format: date-time */
                            createdAt: string;
                            figures: {
                                added: number;
                                changed: number;
                                refused: number;
                                rows: number;
                                taken: number;
                                unchanged: number;
                                warned: number;
                            } | null;
                            fileNames: string[];
                            finishedAt: string | null;
                            /** Format: uuid */
                            id: string;
                            officer: string;
                            problem: {
                                code: string;
                                details: {
                                    [key: string]: string | number | string[] | number[];
                                };
                            } | null;
                            progress: {
                                /** @enum {string} */
                                phase: "waiting" | "reading" | "comparing" | "taking";
                                rowsPerSecond: number;
                                rowsRead: number;
                                rowsRefused: number;
                                secondsLeft: number | null;
                                share: number;
                            } | null;
                            regionCode: string;
                            regionName: string;
                            startedAt: string | null;
                            /** @enum {string} */
                            state: "mapping" | "queued" | "checking" | "taking" | "done" | "refused" | "cancelled" | "failed";
                            tables: {
                                encoding: string | null;
                                figures: {
                                    added: number;
                                    changed: number;
                                    refused: number;
                                    rows: number;
                                    taken: number;
                                    unchanged: number;
                                    warned: number;
                                } | null;
                                fileBytes: number;
                                fileName: string;
                                /** @enum {string} */
                                format: "xlsx" | "csv" | "unknown";
                                hidden: boolean;
                                kind: ("households" | "members" | "surveys") | null;
                                leftOut: boolean;
                                position: number;
                                problem: {
                                    code: string;
                                    details: {
                                        [key: string]: string | number | string[] | number[];
                                    };
                                } | null;
                                reasons: {
                                    code: string;
                                    count: number;
                                    /** @enum {string} */
                                    level: "E" | "W";
                                }[];
                                sheetName: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/runs/{id}/refused.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The refused rows in their own columns, with the reasons; the export is recorded */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description An .xlsx workbook. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/runs/{id}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Start the import */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            actions: ("addFile" | "map" | "start" | "cancel")[];
                            cancelRequested: boolean;
                            /** Format: date-time */
                            createdAt: string;
                            figures: {
                                added: number;
                                changed: number;
                                refused: number;
                                rows: number;
                                taken: number;
                                unchanged: number;
                                warned: number;
                            } | null;
                            fileNames: string[];
                            finishedAt: string | null;
                            /** Format: uuid */
                            id: string;
                            officer: string;
                            problem: {
                                code: string;
                                details: {
                                    [key: string]: string | number | string[] | number[];
                                };
                            } | null;
                            progress: {
                                /** @enum {string} */
                                phase: "waiting" | "reading" | "comparing" | "taking";
                                rowsPerSecond: number;
                                rowsRead: number;
                                rowsRefused: number;
                                secondsLeft: number | null;
                                share: number;
                            } | null;
                            regionCode: string;
                            regionName: string;
                            startedAt: string | null;
                            /** @enum {string} */
                            state: "mapping" | "queued" | "checking" | "taking" | "done" | "refused" | "cancelled" | "failed";
                            tables: {
                                encoding: string | null;
                                figures: {
                                    added: number;
                                    changed: number;
                                    refused: number;
                                    rows: number;
                                    taken: number;
                                    unchanged: number;
                                    warned: number;
                                } | null;
                                fileBytes: number;
                                fileName: string;
                                /** @enum {string} */
                                format: "xlsx" | "csv" | "unknown";
                                hidden: boolean;
                                kind: ("households" | "members" | "surveys") | null;
                                leftOut: boolean;
                                position: number;
                                problem: {
                                    code: string;
                                    details: {
                                        [key: string]: string | number | string[] | number[];
                                    };
                                } | null;
                                reasons: {
                                    code: string;
                                    count: number;
                                    /** @enum {string} */
                                    level: "E" | "W";
                                }[];
                                sheetName: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/runs/{id}/tables": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the columns of each table are read, with samples */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            tables: {
                                columns: {
                                    header: string;
                                    remembered: boolean;
                                    samples: string[];
                                    target: string | null;
                                }[];
                                fileName: string;
                                headerRow: number;
                                kind: ("households" | "members" | "surveys") | null;
                                leftOut: boolean;
                                notes: {
                                    code: string;
                                    details: {
                                        [key: string]: string | number | string[] | number[];
                                    };
                                }[];
                                position: number;
                                sheetName: string;
                                year: number | null;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/templates/{kind}.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An empty table in the national layout */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    kind: "households" | "members" | "surveys";
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description An .xlsx workbook. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ledgers/counties/{region}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The ledger of a county */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    region: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Ledger"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ledgers/household/{county}/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The card of a household, sensitive values masked */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    county: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Ledger"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ledgers/prints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The officer's own prints of the last day, newest first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            prints: components["schemas"]["LedgerPrint"][];
                        };
                    };
                };
            };
        };
        put?: never;
        /** Order a print of a ledger; it is made in the background and kept for a day */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PrintOrderInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LedgerPrint"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ledgers/prints/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far a print is */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LedgerPrint"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** Stop a print, or throw a finished one away */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": Record<string, never>;
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ledgers/prints/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The file of a finished print */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description application/pdf or a workbook */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ledgers/townships/{region}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The ledger of a township */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    region: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Ledger"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ledgers/villages/{region}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The ledger of a village */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    region: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Ledger"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pack-adoptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A region begins to follow a pack in its present version */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: date */
                        from: string;
                        packId: string;
                        reason: string;
                        /** @description A region code, or nation. */
                        region: string;
                        /** Format: uuid */
                        requestId: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pack-adoptions/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A region stops following the pack that it adopted */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                        /** Format: date */
                        until: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pack-followed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which pack a region follows on a day, and why */
        get: {
            parameters: {
                query?: {
                    on?: string;
                    /** @description A region code, or nation. */
                    region?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PackFollowed"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/packs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every pack, with how much of its document is carried out */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            packs: components["schemas"]["PackSummary"][];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/packs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A pack: its clauses in order, what carries each out, and its items */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Pack"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/packs/{id}/clauses/{clause}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One clause with the whole of what carries it out */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    clause: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PackClauseWithItems"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/parameter-proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Values proposed for a region and those within it, decided ones included */
        get: {
            parameters: {
                query?: {
                    /** @description A region code, or nation. */
                    region?: string;
                    state?: "proposed" | "approved" | "refused" | "withdrawn";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            proposals: components["schemas"]["ParameterProposal"][];
                        };
                    };
                };
            };
        };
        put?: never;
        /** Propose a value of a parameter for a region, with clause and reason */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description Document and clause that sets the value. */
                        clause: string;
                        /** Format: date */
                        from: string;
                        parameterId: string;
                        reason: string;
                        /** @description A region code, or nation. */
                        region: string;
                        /** Format: uuid */
                        requestId: string;
                        /** Format: date */
                        until?: string;
                        value: number | string | string[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/parameter-proposals/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A second person puts a proposed value in force */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/parameter-proposals/{id}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A second person refuses a proposed value, with a reason */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/parameter-proposals/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The proposer takes a proposed value back */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/parameters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every parameter with its value at a place on a day */
        get: {
            parameters: {
                query?: {
                    on?: string;
                    pack?: string;
                    /** @description A region code, or nation. */
                    region?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: date */
                            on: string;
                            pack: string | null;
                            parameters: {
                                id: string;
                                /** @description Null if there is no value on that day and place. */
                                inForce: {
                                    cites: string[];
                                    /** Format: date */
                                    from: string;
                                    /** @description Null for a value that an office set. */
                                    pack: string | null;
                                    region: string;
                                    until: string | null;
                                    value: number | string | string[];
                                } | null;
                                note: {
                                    en: string;
                                    zh: string;
                                } | null;
                                pack: string;
                                title: {
                                    en: string;
                                    zh: string;
                                };
                                unit: string;
                            }[];
                            region: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/parameters/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One parameter with all its values for a place, and what is proposed */
        get: {
            parameters: {
                query?: {
                    on?: string;
                    pack?: string;
                    /** @description A region code, or nation. */
                    region?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            note: {
                                en: string;
                                zh: string;
                            } | null;
                            pack: string;
                            proposals: components["schemas"]["ParameterProposal"][];
                            region: string;
                            title: {
                                en: string;
                                zh: string;
                            };
                            unit: string;
                            /** @description Every value for the region and those around it, by date. */
                            values: {
                                cites: string[];
                                /** Format: date */
                                from: string;
                                /** @description Null for a value that an office set. */
                                pack: string | null;
                                region: string;
                                until: string | null;
                                value: number | string | string[];
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The policy library: packs by words, theme, level and audience, and the one followed */
        get: {
            parameters: {
                query?: {
                    audience?: "household" | "person" | "village" | "county" | "department";
                    level?: string;
                    /** @description A region code, or nation. */
                    region?: string;
                    text?: string;
                    theme?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PolicyLibrary"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policies/{pack}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A document as it stands today: its clauses with lights, targets against actuals */
        get: {
            parameters: {
                query?: {
                    /** @description A region code, or nation. */
                    region?: string;
                };
                header?: never;
                path: {
                    pack: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PolicyStatus"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policies/{pack}/clauses/{clause}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One clause with all that carries it out, rules as sentences */
        get: {
            parameters: {
                query?: {
                    /** @description A region code, or nation. */
                    region?: string;
                };
                header?: never;
                path: {
                    clause: string;
                    pack: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PolicyClauseInWords"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policies/{pack}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The document as it stands today as an .xlsx workbook */
        get: {
            parameters: {
                query?: {
                    /** @description A region code, or nation. */
                    region?: string;
                };
                header?: never;
                path: {
                    pack: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description An .xlsx workbook. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policies/{pack}/indicators/{indicator}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One number of a document on its way down: divisions, households, reports */
        get: {
            parameters: {
                query?: {
                    page?: number;
                    /** @description A region code, or nation. */
                    region?: string;
                };
                header?: never;
                path: {
                    indicator: string;
                    pack: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PolicyIndicatorBehind"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policies/{pack}/indicators/{indicator}/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A department reports an indicator for a period, or corrects what it reported */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    indicator: string;
                    pack: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        department: string;
                        /** @description From which document or statistic the number comes. */
                        evidence: string;
                        /** @description 2019, 2019-H1, 2019-Q3 or 2019-03, as often as the indicator is reported. */
                        period: string;
                        /** @description Why the report before is corrected. */
                        reason?: string;
                        /** @description A region code, or nation. */
                        region: string;
                        /**
                         * Format: uuid
                         * @description The report that this one corrects.
                         */
                        replaces?: string;
                        /** Format: uuid */
                        requestId: string;
                        value: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/postings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All postings of an account, ended and planned ones included */
        get: {
            parameters: {
                query: {
                    accountId: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            postings: {
                                /** Format: uuid */
                                accountId: string;
                                /** Format: date */
                                fromDay: string;
                                /** Format: date-time */
                                grantedAt: string;
                                grantedBy: string | null;
                                /** Format: uuid */
                                id: string;
                                regionCode: string;
                                regionName: string;
                                /** @enum {string} */
                                role: "villageCadre" | "townshipOfficer" | "countyOfficer" | "countyApprover" | "prefectureOfficer" | "provinceOfficer" | "inspector" | "systemAdministrator" | "securityAdministrator" | "auditor";
                                /** @enum {string} */
                                state: "planned" | "inForce" | "ended";
                                untilDay: string | null;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        /** Grants an account a role at a region */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        accountId: string;
                        /** Format: date */
                        fromDay: string;
                        regionCode: string;
                        /** @enum {string} */
                        role: "villageCadre" | "townshipOfficer" | "countyOfficer" | "countyApprover" | "prefectureOfficer" | "provinceOfficer" | "inspector" | "systemAdministrator" | "securityAdministrator" | "auditor";
                        /** Format: date */
                        untilDay?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            accountId: string;
                            /** Format: date */
                            fromDay: string;
                            /** Format: date-time */
                            grantedAt: string;
                            grantedBy: string | null;
                            /** Format: uuid */
                            id: string;
                            regionCode: string;
                            regionName: string;
                            /** @enum {string} */
                            role: "villageCadre" | "townshipOfficer" | "countyOfficer" | "countyApprover" | "prefectureOfficer" | "provinceOfficer" | "inspector" | "systemAdministrator" | "securityAdministrator" | "auditor";
                            /** @enum {string} */
                            state: "planned" | "inForce" | "ended";
                            untilDay: string | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/postings/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ends a posting from a day on */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: date */
                        day: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            accountId: string;
                            /** Format: date */
                            fromDay: string;
                            /** Format: date-time */
                            grantedAt: string;
                            grantedBy: string | null;
                            /** Format: uuid */
                            id: string;
                            regionCode: string;
                            regionName: string;
                            /** @enum {string} */
                            role: "villageCadre" | "townshipOfficer" | "countyOfficer" | "countyApprover" | "prefectureOfficer" | "provinceOfficer" | "inspector" | "systemAdministrator" | "securityAdministrator" | "auditor";
                            /** @enum {string} */
                            state: "planned" | "inForce" | "ended";
                            untilDay: string | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quality/exemptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Allow a record to differ from a rule, with a reason, until a day */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        county: string;
                        /** Format: uuid */
                        findingId: string;
                        reason: string;
                        /**
                         * Format: uuid
                         * @description Made by the sender; sent twice, recorded once.
                         */
                        requestId: string;
                        /** @description Last day; null for as long as the record lives. */
                        until: string | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            county: string;
                            /** Format: uuid */
                            id: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quality/exemptions/{county}/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End an exemption today */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    county: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description Made by the sender; sent twice, recorded once.
                         */
                        requestId: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            county: string;
                            /** Format: uuid */
                            id: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quality/findings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A page of findings, household by household */
        get: {
            parameters: {
                query?: {
                    level?: "E" | "W" | "I";
                    page?: number;
                    /** @description A region code; the whole reach of the officer if left out. */
                    region?: string;
                    ruleId?: string;
                    size?: number;
                    state?: "open" | "explained" | "exempted";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            rows: components["schemas"]["QualityFinding"][];
                            total: number;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quality/findings/{county}/{id}/explain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Explain why a record is right although a rule doubts it */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    county: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                        /**
                         * Format: uuid
                         * @description Made by the sender; sent twice, recorded once.
                         */
                        requestId: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            county: string;
                            /** Format: uuid */
                            id: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quality/findings/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The chosen findings as an .xlsx workbook; the purpose is recorded */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        level?: "E" | "W" | "I";
                        purpose: string;
                        /** @description A region code; the whole reach of the officer if left out. */
                        region?: string;
                        ruleId?: string;
                        /** @enum {string} */
                        state?: "open" | "explained" | "exempted";
                    };
                };
            };
            responses: {
                /** @description An .xlsx workbook. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quality/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The data rules with their titles and sentences */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            rules: components["schemas"]["QualityRule"][];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quality/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many findings a region has, by level, by rule and by the divisions below it */
        get: {
            parameters: {
                query?: {
                    level?: "E" | "W" | "I";
                    /** @description A region code; the whole reach of the officer if left out. */
                    region?: string;
                    ruleId?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["QualitySummary"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/regions/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A region with its validity and the regions above it */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    code: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            class: "placeholder" | null;
                            code: string;
                            formerNames: string[];
                            fullName: string;
                            /** @enum {string} */
                            level: "nation" | "province" | "prefecture" | "county" | "township" | "village";
                            name: string;
                            path: {
                                class: "placeholder" | null;
                                code: string;
                                /** @enum {string} */
                                level: "nation" | "province" | "prefecture" | "county" | "township" | "village";
                                name: string;
                            }[];
                            successor: string | null;
                            validFrom: string | null;
                            validTo: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/regions/{code}/boundaries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Loads the office's own boundaries (GeoJSON or TopoJSON) with their review number */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    code: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        codeProperty?: string;
                        file: unknown;
                        reviewNumber: string;
                        source: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            divisions: number;
                        };
                    };
                };
            };
        };
        post?: never;
        /** Takes the office's own boundaries away, back to the schematic map */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    code: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            divisions: number;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/regions/{code}/children": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The divisions just below a region, by code, a page at a time */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    limit?: number;
                };
                header?: never;
                path: {
                    code: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            hasMore: boolean;
                            regions: {
                                class: "placeholder" | null;
                                code: string;
                                /** @enum {string} */
                                level: "nation" | "province" | "prefecture" | "county" | "township" | "village";
                                name: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/regions/{code}/map": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A region's divisions as a map: the office's own boundaries, or else a schematic map */
        get: {
            parameters: {
                query?: {
                    depth?: number;
                };
                header?: never;
                path: {
                    code: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            kind: "schematic" | "official";
                            map: {
                                features: {
                                    geometry: {
                                        readonly coordinates: unknown[];
                                        /** @enum {string} */
                                        type: "Polygon" | "MultiPolygon";
                                    };
                                    properties: {
                                        code: string;
                                        readonly label: [
                                            number,
                                            number
                                        ];
                                        name: string;
                                        /** @enum {string} */
                                        role: "cell" | "outline";
                                    };
                                    /** @enum {string} */
                                    type: "Feature";
                                }[];
                                /** @enum {string} */
                                type: "FeatureCollection";
                            };
                            missing: string[];
                            reviewNumbers: string[];
                            sources: string[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/regions/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Regions by part of their name, pinyin initials or the first digits of their code */
        get: {
            parameters: {
                query: {
                    level?: "nation" | "province" | "prefecture" | "county" | "township" | "village";
                    limit?: number;
                    text: string;
                    within?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            regions: {
                                code: string;
                                fullName: string;
                                /** @enum {string} */
                                level: "nation" | "province" | "prefecture" | "county" | "township" | "village";
                                name: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in, under which posting, with which permissions */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            account: {
                                displayName: string;
                                /** Format: uuid */
                                id: string;
                                mustChangePassword: boolean;
                                secondFactor: boolean;
                                userName: string;
                            };
                            permissions: string[];
                            posting: {
                                /** Format: uuid */
                                id: string;
                                regionCode: string;
                                regionName: string;
                                /** @enum {string} */
                                role: "villageCadre" | "townshipOfficer" | "countyOfficer" | "countyApprover" | "prefectureOfficer" | "provinceOfficer" | "inspector" | "systemAdministrator" | "securityAdministrator" | "auditor";
                            } | null;
                            postings: {
                                /** Format: uuid */
                                id: string;
                                regionCode: string;
                                regionName: string;
                                /** @enum {string} */
                                role: "villageCadre" | "townshipOfficer" | "countyOfficer" | "countyApprover" | "prefectureOfficer" | "provinceOfficer" | "inspector" | "systemAdministrator" | "securityAdministrator" | "auditor";
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        /** Signs in with user name and password */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        password: string;
                        userName: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            step: "signedIn" | "secondFactor" | "changePassword";
                        };
                    };
                };
            };
        };
        /** Signs out */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": Record<string, never>;
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/posting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Goes on under another posting of one’s own */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        postingId: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": Record<string, never>;
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Completes the sign-in with the code of the authenticator app */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        code: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            step: "signedIn" | "secondFactor" | "changePassword";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/wall/breakdown": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The households of a region by one dimension, or by the divisions below it */
        get: {
            parameters: {
                query: {
                    by: "region" | "povertyStatus" | "householdType" | "kind" | "cause" | "monitoredCategory" | "risk" | "notExitedReason" | "housingGrade" | "missing";
                    region?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WallBreakdown"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/wall/map": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A region's map with a value for each of its divisions */
        get: {
            parameters: {
                query?: {
                    depth?: number;
                    indicator?: "incidence" | "poorPersons" | "exitedPersons" | "monitoredPersons" | "households" | "completeness" | "income";
                    region?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WallMap"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/wall/populations/{region}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The agricultural population that each village of a township stated last */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    region: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["VillagePopulations"];
                    };
                };
            };
        };
        /** States the agricultural population of villages of a township for a year */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    region: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        source: string;
                        villages: {
                            code: string;
                            population: number;
                        }[];
                        year: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["VillagePopulations"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/wall/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many households, where, why, what is missing and what changed in a region */
        get: {
            parameters: {
                query?: {
                    region?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WallSummary"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        EntitledList: {
            rows: components["schemas"]["EntitledRow"][];
            total: number;
        };
        EntitledListInput: {
            rows: components["schemas"]["EntitledRowInput"][];
            total: number;
        };
        EntitledRow: {
            amountFen: number | null;
            county: string;
            headName: string;
            /** Format: uuid */
            householdId: string;
            number: string;
            personId: string | null;
            personName: string | null;
            village: string;
            villageName: string;
        };
        EntitledRowInput: {
            amountFen: number | null;
            county: string;
            headName: string;
            /** Format: uuid */
            householdId: string;
            number: string;
            personId: string | null;
            personName: string | null;
            village: string;
            villageName: string;
        };
        EntitlementExplanationLine: {
            /** @description Why there is no answer. */
            because: string | null;
            depth: number;
            /** @enum {string} */
            kind: "all" | "any" | "not" | "members" | "single" | "amount";
            /** @description Names of those of the household whom it speaks of. */
            members: string[];
            met: boolean | null;
            readings: {
                /** @description Of a parameter: since when the value holds. */
                from: string | null;
                label: string;
                /** @description Of a parameter: where its value stands. */
                sources: components["schemas"]["EntitlementSource"][];
                value: string;
            }[];
            sentence: string;
            veil: ("sensitive" | "placeNotStated") | null;
        };
        EntitlementExplanationLineInput: {
            /** @description Why there is no answer. */
            because: string | null;
            depth: number;
            /** @enum {string} */
            kind: "all" | "any" | "not" | "members" | "single" | "amount";
            /** @description Names of those of the household whom it speaks of. */
            members: string[];
            met: boolean | null;
            readings: {
                /** @description Of a parameter: since when the value holds. */
                from: string | null;
                label: string;
                /** @description Of a parameter: where its value stands. */
                sources: components["schemas"]["EntitlementSourceInput"][];
                value: string;
            }[];
            sentence: string;
            veil: ("sensitive" | "placeNotStated") | null;
        };
        EntitlementSource: {
            clause: string | null;
            number: string;
            pack: string | null;
            title: {
                en: string;
                zh: string;
            };
        };
        EntitlementSourceInput: {
            clause: string | null;
            number: string;
            pack: string | null;
            title: {
                en: string;
                zh: string;
            };
        };
        EntitlementSummary: {
            asked: {
                households: number;
                persons: number;
            };
            money: {
                month: {
                    amountFen: number;
                    notGotFen: number;
                };
                once: {
                    amountFen: number;
                    notGotFen: number;
                };
                year: {
                    amountFen: number;
                    notGotFen: number;
                };
            };
            /** Format: date */
            on: string;
            packs: {
                id: string;
                regions: {
                    code: string;
                    /** @enum {string} */
                    level: "nation" | "province" | "prefecture" | "county" | "township" | "village";
                    name: string;
                }[];
                title: {
                    en: string;
                    zh: string;
                };
            }[];
            path: {
                code: string;
                /** @enum {string} */
                level: "nation" | "province" | "prefecture" | "county" | "township" | "village";
                name: string;
            }[];
            /** @description The divisions just below, of all rules shown. */
            places: {
                /** @description What is due to all of them; null if nothing is paid. */
                amountFen: number | null;
                code: string;
                due: number;
                dueNotGot: number;
                gotAndDue: number;
                gotNotDue: number;
                /** @enum {string} */
                level: "nation" | "province" | "prefecture" | "county" | "township" | "village";
                name: string;
                /** @description Of it what those who do not get it are due. */
                notGotFen: number | null;
                /** @description Of whom it cannot be told. */
                open: number;
            }[];
            region: {
                code: string;
                /** @enum {string} */
                level: "nation" | "province" | "prefecture" | "county" | "township" | "village";
                name: string;
            };
            rules: components["schemas"]["EntitlementTotals"][];
        };
        EntitlementSummaryInput: {
            asked: {
                households: number;
                persons: number;
            };
            money: {
                month: {
                    amountFen: number;
                    notGotFen: number;
                };
                once: {
                    amountFen: number;
                    notGotFen: number;
                };
                year: {
                    amountFen: number;
                    notGotFen: number;
                };
            };
            /** Format: date */
            on: string;
            packs: {
                id: string;
                regions: {
                    code: string;
                    /** @enum {string} */
                    level: "nation" | "province" | "prefecture" | "county" | "township" | "village";
                    name: string;
                }[];
                title: {
                    en: string;
                    zh: string;
                };
            }[];
            path: {
                code: string;
                /** @enum {string} */
                level: "nation" | "province" | "prefecture" | "county" | "township" | "village";
                name: string;
            }[];
            /** @description The divisions just below, of all rules shown. */
            places: {
                /** @description What is due to all of them; null if nothing is paid. */
                amountFen: number | null;
                code: string;
                due: number;
                dueNotGot: number;
                gotAndDue: number;
                gotNotDue: number;
                /** @enum {string} */
                level: "nation" | "province" | "prefecture" | "county" | "township" | "village";
                name: string;
                /** @description Of it what those who do not get it are due. */
                notGotFen: number | null;
                /** @description Of whom it cannot be told. */
                open: number;
            }[];
            region: {
                code: string;
                /** @enum {string} */
                level: "nation" | "province" | "prefecture" | "county" | "township" | "village";
                name: string;
            };
            rules: components["schemas"]["EntitlementTotalsInput"][];
        };
        EntitlementTotals: {
            absence: "placesNotStated" | null;
            /** @description What is due to all of them; null if nothing is paid. */
            amountFen: number | null;
            due: number;
            dueNotGot: number;
            /** @enum {string} */
            effect: "entitlement" | "ineligible" | "exit" | "entry" | "lead" | "alert" | "data" | "score";
            gotAndDue: number;
            gotNotDue: number;
            id: string;
            /** @description The register says who receives it. */
            isRecorded: boolean;
            /** @description Its lists are shown only for a purpose. */
            isSensitive: boolean;
            /** @description Pack and rule: willow.kindergartenAid. */
            key: string;
            /** @description Of it what those who do not get it are due. */
            notGotFen: number | null;
            /** @description Of whom it cannot be told. */
            open: number;
            /** @description The pack that says so: the one followed, or one that it extends. */
            pack: string;
            per: ("year" | "month" | "once") | null;
            /** @enum {string} */
            subject: "household" | "person";
            summary: {
                en: string;
                zh: string;
            } | null;
            /** @enum {string} */
            theme: "identification" | "exit" | "income" | "education" | "health" | "housing" | "water" | "industry" | "employment" | "relocation" | "ecology" | "finance" | "socialSecurity" | "disability" | "assets" | "infrastructure" | "culture" | "teams" | "monitoring" | "dataQuality" | "supervision";
            title: {
                en: string;
                zh: string;
            };
        };
        EntitlementTotalsInput: {
            absence: "placesNotStated" | null;
            /** @description What is due to all of them; null if nothing is paid. */
            amountFen: number | null;
            due: number;
            dueNotGot: number;
            /** @enum {string} */
            effect: "entitlement" | "ineligible" | "exit" | "entry" | "lead" | "alert" | "data" | "score";
            gotAndDue: number;
            gotNotDue: number;
            id: string;
            /** @description The register says who receives it. */
            isRecorded: boolean;
            /** @description Its lists are shown only for a purpose. */
            isSensitive: boolean;
            /** @description Pack and rule: willow.kindergartenAid. */
            key: string;
            /** @description Of it what those who do not get it are due. */
            notGotFen: number | null;
            /** @description Of whom it cannot be told. */
            open: number;
            /** @description The pack that says so: the one followed, or one that it extends. */
            pack: string;
            per: ("year" | "month" | "once") | null;
            /** @enum {string} */
            subject: "household" | "person";
            summary: {
                en: string;
                zh: string;
            } | null;
            /** @enum {string} */
            theme: "identification" | "exit" | "income" | "education" | "health" | "housing" | "water" | "industry" | "employment" | "relocation" | "ecology" | "finance" | "socialSecurity" | "disability" | "assets" | "infrastructure" | "culture" | "teams" | "monitoring" | "dataQuality" | "supervision";
            title: {
                en: string;
                zh: string;
            };
        };
        HistoryAct: {
            batchId: string | null;
            batchRow: number | null;
            by: string | null;
            changes: {
                after: unknown;
                before: unknown;
                field: string;
                sensitive: boolean;
            }[];
            /** Format: date */
            happenedOn: string;
            /** Format: uuid */
            id: string;
            /** @description True if the act made the record. */
            isNew: boolean;
            kind: string;
            reason: string | null;
            /** Format: date-time */
            recordedAt: string;
            subject: string;
            /** Format: uuid */
            subjectId: string;
        };
        HistoryActInput: {
            batchId: string | null;
            batchRow: number | null;
            by: string | null;
            changes: {
                after: unknown;
                before: unknown;
                field: string;
                sensitive: boolean;
            }[];
            /** Format: date */
            happenedOn: string;
            /** Format: uuid */
            id: string;
            /** @description True if the act made the record. */
            isNew: boolean;
            kind: string;
            reason: string | null;
            /** Format: date-time */
            recordedAt: string;
            subject: string;
            /** Format: uuid */
            subjectId: string;
        };
        Household: {
            address: components["schemas"]["Masked"] | (string | null);
            bankAccount: components["schemas"]["Masked"] | (string | null);
            bankName: string | null;
            closedOn: string | null;
            closeReason: string | null;
            countyCode: string;
            disasterKinds: ("flood" | "geological" | "drought" | "biological" | "weather" | "earthquake" | "other")[] | null;
            exitYear: number | null;
            headName: string | null;
            householdType: ("general" | "poor" | "exited" | "monitored") | null;
            housingDamaged: boolean | null;
            /** Format: uuid */
            id: string;
            identifiedIncomePerHeadFen: number | null;
            identifiedMonth: string | null;
            identifiedWageFen: number | null;
            mainCause: ("illness" | "disability" | "schooling" | "disaster" | "lackOfLand" | "lackOfWater" | "lackOfSkill" | "lackOfLabour" | "lackOfFunds" | "poorTransport" | "lackOfDrive" | "marriage" | "bereavement" | "other") | null;
            martyrFamily: boolean | null;
            memberCount: number | null;
            memberUninsured: boolean | null;
            mergedInto: string | null;
            monitoredCategory: ("unstable" | "borderline" | "suddenHardship") | null;
            monitoredMonth: string | null;
            movedInMonth: string | null;
            noLabourHousehold: boolean | null;
            notExitedReason: ("assurancesMissing" | "smallEffect" | "lookBackEntry" | "disabledNoIncome" | "underTreatment" | "highExpense" | "unstableIncome" | "extremePoverty" | "noLabour" | "noNewHouse") | null;
            number: string | null;
            oldHouseDemolished: boolean | null;
            onlyChildFamily: boolean | null;
            otherCauses: ("illness" | "disability" | "schooling" | "disaster" | "lackOfLand" | "lackOfWater" | "lackOfSkill" | "lackOfLabour" | "lackOfFunds" | "poorTransport" | "lackOfDrive" | "marriage" | "bereavement" | "other")[] | null;
            phone: components["schemas"]["Masked"] | (string | null);
            plannedExitYear: number | null;
            poorHouseholdKind: ("general" | "subsistenceAllowance" | "subsistenceAllowanceOnly" | "extremePoverty" | "extremePovertyScattered" | "extremePovertyCentral") | null;
            povertyStatus: ("returned" | "exitedEarlier" | "notExited" | "newlyExited") | null;
            recognitionStandard: ("national" | "provincial" | "municipal") | null;
            relocated: boolean | null;
            relocationDifficulty: string | null;
            relocationMode: ("wholeVillage" | "wholeHamlet" | "single") | null;
            resettlementAreaSqm: number | null;
            resettlementMode: ("concentrated" | "scattered") | null;
            resettlementPlace: ("countySeat" | "township" | "otherCounty" | "otherVillage" | "sameVillage") | null;
            resettlementSite: string | null;
            returnCause: ("illness" | "disability" | "schooling" | "disaster" | "lackOfLand" | "lackOfWater" | "lackOfSkill" | "lackOfLabour" | "lackOfFunds" | "poorTransport" | "lackOfDrive" | "marriage" | "bereavement" | "other") | null;
            returnYear: number | null;
            riskEliminated: boolean | null;
            riskEliminatedMonth: string | null;
            riskEliminationMode: ("assisted" | "natural") | null;
            riskNote: string | null;
            risks: ("illness" | "schooling" | "disability" | "disaster" | "accident" | "failedProject" | "unstableWork" | "lackOfLabour" | "housing" | "water" | "other")[] | null;
            schoolDropout: boolean | null;
            status: string;
            twoDaughterFamily: boolean | null;
            version: number;
            villageCode: string;
            villageGroup: string | null;
            waterDamaged: boolean | null;
        };
        HouseholdChanges: {
            address?: string | null;
            bankAccount?: string | null;
            bankName?: string | null;
            disasterKinds?: ("flood" | "geological" | "drought" | "biological" | "weather" | "earthquake" | "other")[] | null;
            exitYear?: number | null;
            headName?: string;
            householdType?: ("general" | "poor" | "exited" | "monitored") | null;
            housingDamaged?: boolean | null;
            identifiedIncomePerHeadFen?: number | null;
            identifiedMonth?: string | null;
            identifiedWageFen?: number | null;
            mainCause?: ("illness" | "disability" | "schooling" | "disaster" | "lackOfLand" | "lackOfWater" | "lackOfSkill" | "lackOfLabour" | "lackOfFunds" | "poorTransport" | "lackOfDrive" | "marriage" | "bereavement" | "other") | null;
            martyrFamily?: boolean | null;
            memberCount?: number | null;
            memberUninsured?: boolean | null;
            monitoredCategory?: ("unstable" | "borderline" | "suddenHardship") | null;
            monitoredMonth?: string | null;
            movedInMonth?: string | null;
            noLabourHousehold?: boolean | null;
            notExitedReason?: ("assurancesMissing" | "smallEffect" | "lookBackEntry" | "disabledNoIncome" | "underTreatment" | "highExpense" | "unstableIncome" | "extremePoverty" | "noLabour" | "noNewHouse") | null;
            number?: string;
            oldHouseDemolished?: boolean | null;
            onlyChildFamily?: boolean | null;
            otherCauses?: ("illness" | "disability" | "schooling" | "disaster" | "lackOfLand" | "lackOfWater" | "lackOfSkill" | "lackOfLabour" | "lackOfFunds" | "poorTransport" | "lackOfDrive" | "marriage" | "bereavement" | "other")[] | null;
            phone?: string | null;
            plannedExitYear?: number | null;
            poorHouseholdKind?: ("general" | "subsistenceAllowance" | "subsistenceAllowanceOnly" | "extremePoverty" | "extremePovertyScattered" | "extremePovertyCentral") | null;
            povertyStatus?: ("returned" | "exitedEarlier" | "notExited" | "newlyExited") | null;
            recognitionStandard?: ("national" | "provincial" | "municipal") | null;
            relocated?: boolean | null;
            relocationDifficulty?: string | null;
            relocationMode?: ("wholeVillage" | "wholeHamlet" | "single") | null;
            resettlementAreaSqm?: number | null;
            resettlementMode?: ("concentrated" | "scattered") | null;
            resettlementPlace?: ("countySeat" | "township" | "otherCounty" | "otherVillage" | "sameVillage") | null;
            resettlementSite?: string | null;
            returnCause?: ("illness" | "disability" | "schooling" | "disaster" | "lackOfLand" | "lackOfWater" | "lackOfSkill" | "lackOfLabour" | "lackOfFunds" | "poorTransport" | "lackOfDrive" | "marriage" | "bereavement" | "other") | null;
            returnYear?: number | null;
            riskEliminated?: boolean | null;
            riskEliminatedMonth?: string | null;
            riskEliminationMode?: ("assisted" | "natural") | null;
            riskNote?: string | null;
            risks?: ("illness" | "schooling" | "disability" | "disaster" | "accident" | "failedProject" | "unstableWork" | "lackOfLabour" | "housing" | "water" | "other")[] | null;
            schoolDropout?: boolean | null;
            twoDaughterFamily?: boolean | null;
            villageGroup?: string | null;
            waterDamaged?: boolean | null;
        };
        HouseholdChangesInput: {
            address?: string | null;
            bankAccount?: string | null;
            bankName?: string | null;
            disasterKinds?: ("flood" | "geological" | "drought" | "biological" | "weather" | "earthquake" | "other")[] | null;
            exitYear?: number | null;
            headName?: string;
            householdType?: ("general" | "poor" | "exited" | "monitored") | null;
            housingDamaged?: boolean | null;
            identifiedIncomePerHeadFen?: number | null;
            identifiedMonth?: string | null;
            identifiedWageFen?: number | null;
            mainCause?: ("illness" | "disability" | "schooling" | "disaster" | "lackOfLand" | "lackOfWater" | "lackOfSkill" | "lackOfLabour" | "lackOfFunds" | "poorTransport" | "lackOfDrive" | "marriage" | "bereavement" | "other") | null;
            martyrFamily?: boolean | null;
            memberCount?: number | null;
            memberUninsured?: boolean | null;
            monitoredCategory?: ("unstable" | "borderline" | "suddenHardship") | null;
            monitoredMonth?: string | null;
            movedInMonth?: string | null;
            noLabourHousehold?: boolean | null;
            notExitedReason?: ("assurancesMissing" | "smallEffect" | "lookBackEntry" | "disabledNoIncome" | "underTreatment" | "highExpense" | "unstableIncome" | "extremePoverty" | "noLabour" | "noNewHouse") | null;
            number?: string;
            oldHouseDemolished?: boolean | null;
            onlyChildFamily?: boolean | null;
            otherCauses?: ("illness" | "disability" | "schooling" | "disaster" | "lackOfLand" | "lackOfWater" | "lackOfSkill" | "lackOfLabour" | "lackOfFunds" | "poorTransport" | "lackOfDrive" | "marriage" | "bereavement" | "other")[] | null;
            phone?: string | null;
            plannedExitYear?: number | null;
            poorHouseholdKind?: ("general" | "subsistenceAllowance" | "subsistenceAllowanceOnly" | "extremePoverty" | "extremePovertyScattered" | "extremePovertyCentral") | null;
            povertyStatus?: ("returned" | "exitedEarlier" | "notExited" | "newlyExited") | null;
            recognitionStandard?: ("national" | "provincial" | "municipal") | null;
            relocated?: boolean | null;
            relocationDifficulty?: string | null;
            relocationMode?: ("wholeVillage" | "wholeHamlet" | "single") | null;
            resettlementAreaSqm?: number | null;
            resettlementMode?: ("concentrated" | "scattered") | null;
            resettlementPlace?: ("countySeat" | "township" | "otherCounty" | "otherVillage" | "sameVillage") | null;
            resettlementSite?: string | null;
            returnCause?: ("illness" | "disability" | "schooling" | "disaster" | "lackOfLand" | "lackOfWater" | "lackOfSkill" | "lackOfLabour" | "lackOfFunds" | "poorTransport" | "lackOfDrive" | "marriage" | "bereavement" | "other") | null;
            returnYear?: number | null;
            riskEliminated?: boolean | null;
            riskEliminatedMonth?: string | null;
            riskEliminationMode?: ("assisted" | "natural") | null;
            riskNote?: string | null;
            risks?: ("illness" | "schooling" | "disability" | "disaster" | "accident" | "failedProject" | "unstableWork" | "lackOfLabour" | "housing" | "water" | "other")[] | null;
            schoolDropout?: boolean | null;
            twoDaughterFamily?: boolean | null;
            villageGroup?: string | null;
            waterDamaged?: boolean | null;
        };
        HouseholdEntitlement: {
            /** @description Why the amount cannot be told. */
            amountBecause: string | null;
            /** @description What is due; null if nothing is paid or it is not due. */
            amountFen: number | null;
            amountHidden: boolean;
            amountWhy: components["schemas"]["EntitlementExplanationLine"][];
            /** @description Null: it cannot be told, or only for a purpose. */
            due: boolean | null;
            /** @enum {string} */
            effect: "entitlement" | "ineligible" | "exit" | "entry" | "lead" | "alert" | "data" | "score";
            id: string;
            /** @description The rule that leaves nothing to this one. */
            outrankedBy: {
                en: string;
                zh: string;
            } | null;
            /** @description The pack that says so: the one followed, or one that it extends. */
            pack: string;
            per: ("year" | "month" | "once") | null;
            personId: string | null;
            receivedWhy: components["schemas"]["EntitlementExplanationLine"][];
            /** @description The whole rule in words. */
            sentence: string;
            sources: components["schemas"]["EntitlementSource"][];
            /** @enum {string} */
            standing: "gotAndDue" | "dueNotGot" | "dueUnrecorded" | "gotNotDue" | "neither" | "open" | "hidden";
            /** @enum {string} */
            subject: "household" | "person";
            summary: {
                en: string;
                zh: string;
            } | null;
            /** @enum {string} */
            theme: "identification" | "exit" | "income" | "education" | "health" | "housing" | "water" | "industry" | "employment" | "relocation" | "ecology" | "finance" | "socialSecurity" | "disability" | "assets" | "infrastructure" | "culture" | "teams" | "monitoring" | "dataQuality" | "supervision";
            title: {
                en: string;
                zh: string;
            };
            why: components["schemas"]["EntitlementExplanationLine"][];
        };
        HouseholdEntitlementInput: {
            /** @description Why the amount cannot be told. */
            amountBecause: string | null;
            /** @description What is due; null if nothing is paid or it is not due. */
            amountFen: number | null;
            amountHidden: boolean;
            amountWhy: components["schemas"]["EntitlementExplanationLineInput"][];
            /** @description Null: it cannot be told, or only for a purpose. */
            due: boolean | null;
            /** @enum {string} */
            effect: "entitlement" | "ineligible" | "exit" | "entry" | "lead" | "alert" | "data" | "score";
            id: string;
            /** @description The rule that leaves nothing to this one. */
            outrankedBy: {
                en: string;
                zh: string;
            } | null;
            /** @description The pack that says so: the one followed, or one that it extends. */
            pack: string;
            per: ("year" | "month" | "once") | null;
            personId: string | null;
            receivedWhy: components["schemas"]["EntitlementExplanationLineInput"][];
            /** @description The whole rule in words. */
            sentence: string;
            sources: components["schemas"]["EntitlementSourceInput"][];
            /** @enum {string} */
            standing: "gotAndDue" | "dueNotGot" | "dueUnrecorded" | "gotNotDue" | "neither" | "open" | "hidden";
            /** @enum {string} */
            subject: "household" | "person";
            summary: {
                en: string;
                zh: string;
            } | null;
            /** @enum {string} */
            theme: "identification" | "exit" | "income" | "education" | "health" | "housing" | "water" | "industry" | "employment" | "relocation" | "ecology" | "finance" | "socialSecurity" | "disability" | "assets" | "infrastructure" | "culture" | "teams" | "monitoring" | "dataQuality" | "supervision";
            title: {
                en: string;
                zh: string;
            };
            why: components["schemas"]["EntitlementExplanationLineInput"][];
        };
        HouseholdEntitlements: {
            entitlements: components["schemas"]["HouseholdEntitlement"][];
            /** @description Answers that are given only for a purpose. */
            hidden: number;
            isOnRegister: boolean;
            members: {
                /** Format: uuid */
                id: string;
                name: string;
            }[];
            /** Format: date */
            on: string;
            pack: {
                /** @description An office adopted it; else it was written for the place. */
                adopted: boolean;
                id: string;
                title: {
                    en: string;
                    zh: string;
                };
                version: string;
            } | null;
        };
        HouseholdEntitlementsInput: {
            entitlements: components["schemas"]["HouseholdEntitlementInput"][];
            /** @description Answers that are given only for a purpose. */
            hidden: number;
            isOnRegister: boolean;
            members: {
                /** Format: uuid */
                id: string;
                name: string;
            }[];
            /** Format: date */
            on: string;
            pack: {
                /** @description An office adopted it; else it was written for the place. */
                adopted: boolean;
                id: string;
                title: {
                    en: string;
                    zh: string;
                };
                version: string;
            } | null;
        };
        HouseholdExport: {
            /** @description Sensitive values in clear, which needs household.unmask; masked without it. */
            clear?: {
                purpose: string;
            };
            /** @default  */
            filters: string;
            region?: string;
            sort?: string;
            /** @default  */
            text: string;
        };
        HouseholdExportInput: {
            /** @description Sensitive values in clear, which needs household.unmask; masked without it. */
            clear?: {
                purpose: string;
            };
            /** @default  */
            filters: string;
            region?: string;
            sort?: string;
            /** @default  */
            text: string;
        };
        HouseholdInput: {
            address: components["schemas"]["MaskedInput"] | (string | null);
            bankAccount: components["schemas"]["MaskedInput"] | (string | null);
            bankName: string | null;
            closedOn: string | null;
            closeReason: string | null;
            countyCode: string;
            disasterKinds: ("flood" | "geological" | "drought" | "biological" | "weather" | "earthquake" | "other")[] | null;
            exitYear: number | null;
            headName: string | null;
            householdType: ("general" | "poor" | "exited" | "monitored") | null;
            housingDamaged: boolean | null;
            /** Format: uuid */
            id: string;
            identifiedIncomePerHeadFen: number | null;
            identifiedMonth: string | null;
            identifiedWageFen: number | null;
            mainCause: ("illness" | "disability" | "schooling" | "disaster" | "lackOfLand" | "lackOfWater" | "lackOfSkill" | "lackOfLabour" | "lackOfFunds" | "poorTransport" | "lackOfDrive" | "marriage" | "bereavement" | "other") | null;
            martyrFamily: boolean | null;
            memberCount: number | null;
            memberUninsured: boolean | null;
            mergedInto: string | null;
            monitoredCategory: ("unstable" | "borderline" | "suddenHardship") | null;
            monitoredMonth: string | null;
            movedInMonth: string | null;
            noLabourHousehold: boolean | null;
            notExitedReason: ("assurancesMissing" | "smallEffect" | "lookBackEntry" | "disabledNoIncome" | "underTreatment" | "highExpense" | "unstableIncome" | "extremePoverty" | "noLabour" | "noNewHouse") | null;
            number: string | null;
            oldHouseDemolished: boolean | null;
            onlyChildFamily: boolean | null;
            otherCauses: ("illness" | "disability" | "schooling" | "disaster" | "lackOfLand" | "lackOfWater" | "lackOfSkill" | "lackOfLabour" | "lackOfFunds" | "poorTransport" | "lackOfDrive" | "marriage" | "bereavement" | "other")[] | null;
            phone: components["schemas"]["MaskedInput"] | (string | null);
            plannedExitYear: number | null;
            poorHouseholdKind: ("general" | "subsistenceAllowance" | "subsistenceAllowanceOnly" | "extremePoverty" | "extremePovertyScattered" | "extremePovertyCentral") | null;
            povertyStatus: ("returned" | "exitedEarlier" | "notExited" | "newlyExited") | null;
            recognitionStandard: ("national" | "provincial" | "municipal") | null;
            relocated: boolean | null;
            relocationDifficulty: string | null;
            relocationMode: ("wholeVillage" | "wholeHamlet" | "single") | null;
            resettlementAreaSqm: number | null;
            resettlementMode: ("concentrated" | "scattered") | null;
            resettlementPlace: ("countySeat" | "township" | "otherCounty" | "otherVillage" | "sameVillage") | null;
            resettlementSite: string | null;
            returnCause: ("illness" | "disability" | "schooling" | "disaster" | "lackOfLand" | "lackOfWater" | "lackOfSkill" | "lackOfLabour" | "lackOfFunds" | "poorTransport" | "lackOfDrive" | "marriage" | "bereavement" | "other") | null;
            returnYear: number | null;
            riskEliminated: boolean | null;
            riskEliminatedMonth: string | null;
            riskEliminationMode: ("assisted" | "natural") | null;
            riskNote: string | null;
            risks: ("illness" | "schooling" | "disability" | "disaster" | "accident" | "failedProject" | "unstableWork" | "lackOfLabour" | "housing" | "water" | "other")[] | null;
            schoolDropout: boolean | null;
            status: string;
            twoDaughterFamily: boolean | null;
            version: number;
            villageCode: string;
            villageGroup: string | null;
            waterDamaged: boolean | null;
        };
        IndicatorReport: {
            department: string;
            endedBecause: string | null;
            endedBy: string | null;
            evidence: string;
            /** Format: uuid */
            id: string;
            period: string;
            /** Format: date-time */
            reportedAt: string;
            reportedBy: string;
            /** @enum {string} */
            state: "inForce" | "replaced" | "withdrawn";
            value: number;
        };
        IndicatorReportInput: {
            department: string;
            endedBecause: string | null;
            endedBy: string | null;
            evidence: string;
            /** Format: uuid */
            id: string;
            period: string;
            /** Format: date-time */
            reportedAt: string;
            reportedBy: string;
            /** @enum {string} */
            state: "inForce" | "replaced" | "withdrawn";
            value: number;
        };
        Ledger: {
            /** Format: date */
            asOf: string;
            readonly blocks: ({
                across: number;
                id: string;
                readonly items: {
                    /** @enum {string} */
                    kind: "text" | "identifier" | "ordinal" | "count" | "decimal" | "money" | "share" | "day" | "month" | "year";
                    label: string;
                    span?: number;
                    value: string | number | null;
                }[];
                title: string;
                /** @constant */
                type: "facts";
            } | {
                readonly columns: {
                    /** @enum {string} */
                    kind: "text" | "identifier" | "ordinal" | "count" | "decimal" | "money" | "share" | "day" | "month" | "year";
                    title: string;
                    width: number;
                }[];
                empty: string;
                half: boolean;
                id: string;
                readonly rows: {
                    readonly cells: (string | number | null)[];
                    /** @enum {string} */
                    role: "plain" | "total" | "part";
                }[];
                title: string;
                /** @constant */
                type: "table";
            } | {
                id: string;
                readonly items: string[];
                /** @constant */
                type: "signatures";
            } | {
                id: string;
                readonly items: string[];
                /** @constant */
                type: "notes";
            })[];
            readonly cover: {
                /** @enum {string} */
                kind: "text" | "identifier" | "ordinal" | "count" | "decimal" | "money" | "share" | "day" | "month" | "year";
                label: string;
                span?: number;
                value: string | number | null;
            }[];
            /** @enum {string} */
            kind: "card" | "village" | "township" | "county";
            name: string;
            number: string;
            place: string;
            region: string;
            series: string;
            title: string;
        };
        LedgerInput: {
            /** Format: date */
            asOf: string;
            readonly blocks: ({
                across: number;
                id: string;
                readonly items: {
                    /** @enum {string} */
                    kind: "text" | "identifier" | "ordinal" | "count" | "decimal" | "money" | "share" | "day" | "month" | "year";
                    label: string;
                    span?: number;
                    value: string | number | null;
                }[];
                title: string;
                /** @constant */
                type: "facts";
            } | {
                readonly columns: {
                    /** @enum {string} */
                    kind: "text" | "identifier" | "ordinal" | "count" | "decimal" | "money" | "share" | "day" | "month" | "year";
                    title: string;
                    width: number;
                }[];
                empty: string;
                half: boolean;
                id: string;
                readonly rows: {
                    readonly cells: (string | number | null)[];
                    /** @enum {string} */
                    role: "plain" | "total" | "part";
                }[];
                title: string;
                /** @constant */
                type: "table";
            } | {
                id: string;
                readonly items: string[];
                /** @constant */
                type: "signatures";
            } | {
                id: string;
                readonly items: string[];
                /** @constant */
                type: "notes";
            })[];
            readonly cover: {
                /** @enum {string} */
                kind: "text" | "identifier" | "ordinal" | "count" | "decimal" | "money" | "share" | "day" | "month" | "year";
                label: string;
                span?: number;
                value: string | number | null;
            }[];
            /** @enum {string} */
            kind: "card" | "village" | "township" | "county";
            name: string;
            number: string;
            place: string;
            region: string;
            series: string;
            title: string;
        };
        LedgerPrint: {
            bytes: number | null;
            clear: boolean;
            /** @description Households done */
            done: number;
            fileName: string;
            /** @enum {string} */
            format: "pdf" | "xlsx";
            household: {
                county: string;
                /** Format: uuid */
                id: string;
            } | null;
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "card" | "village" | "township" | "county";
            /** @description Characters that the font does not have */
            missing: {
                codePoint: string;
                count: number;
            }[];
            /** @description Printed on every page, and in the audit event */
            number: string;
            /** Format: date-time */
            orderedAt: string;
            pages: number | null;
            problem: string | null;
            problemText: string | null;
            region: string;
            regionName: string;
            /** @enum {string} */
            state: "queued" | "running" | "done" | "cancelled" | "failed";
            total: number;
        };
        LedgerPrintInput: {
            bytes: number | null;
            clear: boolean;
            /** @description Households done */
            done: number;
            fileName: string;
            /** @enum {string} */
            format: "pdf" | "xlsx";
            household: {
                county: string;
                /** Format: uuid */
                id: string;
            } | null;
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "card" | "village" | "township" | "county";
            /** @description Characters that the font does not have */
            missing: {
                codePoint: string;
                count: number;
            }[];
            /** @description Printed on every page, and in the audit event */
            number: string;
            /** Format: date-time */
            orderedAt: string;
            pages: number | null;
            problem: string | null;
            problemText: string | null;
            region: string;
            regionName: string;
            /** @enum {string} */
            state: "queued" | "running" | "done" | "cancelled" | "failed";
            total: number;
        };
        ListedHousehold: {
            county: string;
            headName: string;
            householdType: string | null;
            /** Format: uuid */
            id: string;
            incomePerHeadFen: number | null;
            mainCause: string | null;
            memberCount: number | null;
            number: string;
            povertyStatus: string | null;
            status: string;
            surveyYear: number | null;
            /** Format: date-time */
            updatedAt: string;
            villageCode: string;
            villageName: string;
        };
        ListedHouseholdInput: {
            county: string;
            headName: string;
            householdType: string | null;
            /** Format: uuid */
            id: string;
            incomePerHeadFen: number | null;
            mainCause: string | null;
            memberCount: number | null;
            number: string;
            povertyStatus: string | null;
            status: string;
            surveyYear: number | null;
            /** Format: date-time */
            updatedAt: string;
            villageCode: string;
            villageName: string;
        };
        /** @description A sensitive value; ask for it with a purpose. */
        Masked: {
            /** @constant */
            masked: true;
            shown: string;
        };
        /** @description A sensitive value; ask for it with a purpose. */
        MaskedInput: {
            /** @constant */
            masked: true;
            shown: string;
        };
        Pack: {
            /** @description The pack and those that it extends, nearest first. */
            chain: {
                id: string;
                title: {
                    en: string;
                    zh: string;
                };
            }[];
            clauses: components["schemas"]["PackClause"][];
            coverage: {
                clauses: number;
                /** @description Carried out, or said why software cannot. */
                covered: number;
                /** @description Of the covered ones those that only appeal. */
                exhortations: number;
                uncovered: string[];
            };
            extends: string | null;
            /** Format: date */
            from: string;
            id: string;
            issuer: {
                en: string;
                zh: string;
            };
            /** @description How many items of each kind are its own. */
            items: {
                [key: string]: number;
            };
            level: string;
            note: {
                en: string;
                zh: string;
            } | null;
            ownItems: components["schemas"]["PackItem"][];
            regions: string[];
            sources: {
                date: string | null;
                id: string;
                issuer: {
                    en: string;
                    zh: string;
                };
                number: string | null;
                title: {
                    en: string;
                    zh: string;
                };
            }[];
            title: {
                en: string;
                zh: string;
            };
            until: string | null;
            /** @description Of the pack with everything that it extends. */
            version: string;
        };
        PackAdoption: {
            /** Format: date-time */
            adoptedAt: string;
            adoptedBy: string;
            endedBecause: string | null;
            /** Format: date */
            from: string;
            /** Format: uuid */
            id: string;
            packId: string;
            reason: string;
            region: string;
            until: string | null;
            version: string;
        };
        PackAdoptionInput: {
            /** Format: date-time */
            adoptedAt: string;
            adoptedBy: string;
            endedBecause: string | null;
            /** Format: date */
            from: string;
            /** Format: uuid */
            id: string;
            packId: string;
            reason: string;
            region: string;
            until: string | null;
            version: string;
        };
        PackClause: {
            carriers: {
                id: string;
                /** @enum {string} */
                kind: "targets" | "schedules" | "obligations" | "rules" | "procedures" | "fundRules" | "indicators" | "parameters" | "forms" | "registers";
                title: {
                    en: string;
                    zh: string;
                };
            }[];
            /** @enum {string} */
            carrying: "items" | "below" | "exhortation" | "nothing";
            exhortation: {
                en: string;
                zh: string;
            } | null;
            heading: boolean;
            id: string;
            lead: {
                id: string;
                title: {
                    en: string;
                    zh: string;
                };
            }[];
            number: string;
            parent: string | null;
            reading: {
                en: string;
                zh: string;
            } | null;
            summary: {
                en: string;
                zh: string;
            };
            supporting: {
                id: string;
                title: {
                    en: string;
                    zh: string;
                };
            }[];
        };
        PackClauseInput: {
            carriers: {
                id: string;
                /** @enum {string} */
                kind: "targets" | "schedules" | "obligations" | "rules" | "procedures" | "fundRules" | "indicators" | "parameters" | "forms" | "registers";
                title: {
                    en: string;
                    zh: string;
                };
            }[];
            /** @enum {string} */
            carrying: "items" | "below" | "exhortation" | "nothing";
            exhortation: {
                en: string;
                zh: string;
            } | null;
            heading: boolean;
            id: string;
            lead: {
                id: string;
                title: {
                    en: string;
                    zh: string;
                };
            }[];
            number: string;
            parent: string | null;
            reading: {
                en: string;
                zh: string;
            } | null;
            summary: {
                en: string;
                zh: string;
            };
            supporting: {
                id: string;
                title: {
                    en: string;
                    zh: string;
                };
            }[];
        };
        PackClauseWithItems: {
            clause: components["schemas"]["PackClause"];
            items: components["schemas"]["PackItem"][];
            pack: {
                id: string;
                title: {
                    en: string;
                    zh: string;
                };
            };
        };
        PackClauseWithItemsInput: {
            clause: components["schemas"]["PackClauseInput"];
            items: components["schemas"]["PackItemInput"][];
            pack: {
                id: string;
                title: {
                    en: string;
                    zh: string;
                };
            };
        };
        PackFollowed: {
            /** @description Null if the pack was written for the region. */
            adoption: components["schemas"]["PackAdoption"] | null;
            /** @description Of the region and those around it, newest first. */
            adoptions: components["schemas"]["PackAdoption"][];
            chain: {
                id: string;
                title: {
                    en: string;
                    zh: string;
                };
            }[];
            followed: {
                id: string;
                title: {
                    en: string;
                    zh: string;
                };
                version: string;
            } | null;
            /** Format: date */
            on: string;
            region: string;
        };
        PackFollowedInput: {
            /** @description Null if the pack was written for the region. */
            adoption: components["schemas"]["PackAdoptionInput"] | null;
            /** @description Of the region and those around it, newest first. */
            adoptions: components["schemas"]["PackAdoptionInput"][];
            chain: {
                id: string;
                title: {
                    en: string;
                    zh: string;
                };
            }[];
            followed: {
                id: string;
                title: {
                    en: string;
                    zh: string;
                };
                version: string;
            } | null;
            /** Format: date */
            on: string;
            region: string;
        };
        PackInput: {
            /** @description The pack and those that it extends, nearest first. */
            chain: {
                id: string;
                title: {
                    en: string;
                    zh: string;
                };
            }[];
            clauses: components["schemas"]["PackClauseInput"][];
            coverage: {
                clauses: number;
                /** @description Carried out, or said why software cannot. */
                covered: number;
                /** @description Of the covered ones those that only appeal. */
                exhortations: number;
                uncovered: string[];
            };
            extends: string | null;
            /** Format: date */
            from: string;
            id: string;
            issuer: {
                en: string;
                zh: string;
            };
            /** @description How many items of each kind are its own. */
            items: {
                [key: string]: number;
            };
            level: string;
            note: {
                en: string;
                zh: string;
            } | null;
            ownItems: components["schemas"]["PackItemInput"][];
            regions: string[];
            sources: {
                date: string | null;
                id: string;
                issuer: {
                    en: string;
                    zh: string;
                };
                number: string | null;
                title: {
                    en: string;
                    zh: string;
                };
            }[];
            title: {
                en: string;
                zh: string;
            };
            until: string | null;
            /** @description Of the pack with everything that it extends. */
            version: string;
        };
        PackItem: {
            cites: string[];
            /** @description The item as the pack has it. */
            content: {
                [key: string]: unknown;
            };
            id: string;
            /** @enum {string} */
            kind: "targets" | "schedules" | "obligations" | "rules" | "procedures" | "fundRules" | "indicators" | "parameters" | "forms" | "registers";
            /** @description The pack that says so: this one, or one that it extends. */
            pack: string;
            title: {
                en: string;
                zh: string;
            };
        };
        PackItemInput: {
            cites: string[];
            /** @description The item as the pack has it. */
            content: {
                [key: string]: unknown;
            };
            id: string;
            /** @enum {string} */
            kind: "targets" | "schedules" | "obligations" | "rules" | "procedures" | "fundRules" | "indicators" | "parameters" | "forms" | "registers";
            /** @description The pack that says so: this one, or one that it extends. */
            pack: string;
            title: {
                en: string;
                zh: string;
            };
        };
        PackSummary: {
            coverage: {
                clauses: number;
                /** @description Carried out, or said why software cannot. */
                covered: number;
                /** @description Of the covered ones those that only appeal. */
                exhortations: number;
                uncovered: string[];
            };
            extends: string | null;
            /** Format: date */
            from: string;
            id: string;
            issuer: {
                en: string;
                zh: string;
            };
            /** @description How many items of each kind are its own. */
            items: {
                [key: string]: number;
            };
            level: string;
            regions: string[];
            title: {
                en: string;
                zh: string;
            };
            until: string | null;
            /** @description Of the pack with everything that it extends. */
            version: string;
        };
        PackSummaryInput: {
            coverage: {
                clauses: number;
                /** @description Carried out, or said why software cannot. */
                covered: number;
                /** @description Of the covered ones those that only appeal. */
                exhortations: number;
                uncovered: string[];
            };
            extends: string | null;
            /** Format: date */
            from: string;
            id: string;
            issuer: {
                en: string;
                zh: string;
            };
            /** @description How many items of each kind are its own. */
            items: {
                [key: string]: number;
            };
            level: string;
            regions: string[];
            title: {
                en: string;
                zh: string;
            };
            until: string | null;
            /** @description Of the pack with everything that it extends. */
            version: string;
        };
        ParameterProposal: {
            clause: string;
            decidedAt: string | null;
            decidedBecause: string | null;
            decidedBy: string | null;
            /** Format: date */
            from: string;
            /** Format: uuid */
            id: string;
            /** @description Proposed by whoever asks, who may not decide it. */
            mine: boolean;
            parameterId: string;
            /** Format: date-time */
            proposedAt: string;
            proposedBy: string;
            reason: string;
            region: string;
            /** @enum {string} */
            state: "proposed" | "approved" | "refused" | "withdrawn";
            unit: string;
            until: string | null;
            value: number | string | string[];
        };
        ParameterProposalInput: {
            clause: string;
            decidedAt: string | null;
            decidedBecause: string | null;
            decidedBy: string | null;
            /** Format: date */
            from: string;
            /** Format: uuid */
            id: string;
            /** @description Proposed by whoever asks, who may not decide it. */
            mine: boolean;
            parameterId: string;
            /** Format: date-time */
            proposedAt: string;
            proposedBy: string;
            reason: string;
            region: string;
            /** @enum {string} */
            state: "proposed" | "approved" | "refused" | "withdrawn";
            unit: string;
            until: string | null;
            value: number | string | string[];
        };
        Person: {
            accidentInsuranceSubsidy: boolean | null;
            activeSoldier: boolean | null;
            birthDay: string | null;
            boardsAtSchool: boolean | null;
            commercialMedical: boolean | null;
            countyCode: string;
            disabilityCardYear: number | null;
            disabilityGrade: components["schemas"]["Masked"] | (("1" | "2" | "3" | "4") | null);
            documentKind: ("idCard" | "disabilityCard") | null;
            documentNumber: components["schemas"]["Masked"] | (string | null);
            education: ("10" | "20" | "30" | "40" | "60" | "70" | "80" | "90" | "00") | null;
            employeeMedical: boolean | null;
            employeePension: boolean | null;
            ethnicity: ("10" | "11" | "12" | "13" | "14" | "15" | "16" | "17" | "18" | "19" | "20" | "21" | "22" | "23" | "24" | "25" | "26" | "27" | "28" | "29" | "30" | "31" | "32" | "33" | "34" | "35" | "36" | "37" | "38" | "39" | "40" | "41" | "42" | "43" | "44" | "45" | "46" | "47" | "48" | "49" | "50" | "51" | "52" | "53" | "54" | "55" | "56" | "97" | "98" | "01" | "02" | "03" | "04" | "05" | "06" | "07" | "08" | "09") | null;
            extremePovertySupport: ("none" | "rural" | "urban") | null;
            health: components["schemas"]["Masked"] | (("healthy" | "chronicIllness" | "seriousIllness" | "disability" | "deceased")[] | null);
            /** Format: uuid */
            householdId: string;
            /** Format: uuid */
            id: string;
            identifiedMonth: string | null;
            joinedOn: string | null;
            joinReason: ("registered" | "birth" | "marriage" | "movedIn" | "split" | "merge") | null;
            labourSkill: ("ordinary" | "skilled" | "weak" | "lost" | "none") | null;
            leaveReason: ("death" | "marriage" | "emigration" | "prison" | "movedOut" | "error") | null;
            leftBehind: ("child" | "woman" | "elder") | null;
            leftOn: string | null;
            maritalStatus: ("10" | "20" | "30" | "40" | "90") | null;
            medicalAid: boolean | null;
            name: string | null;
            number: string | null;
            otherHealthAid: boolean | null;
            outOfSchoolReason: ("illness" | "disability" | "unwilling" | "hardship" | "working" | "earlyMarriage" | "suspended" | "deferred" | "homeTaught" | "other") | null;
            phone: components["schemas"]["Masked"] | (string | null);
            politicalStatus: ("10" | "11" | "12" | "13" | "01" | "02" | "03" | "04" | "05" | "06" | "07" | "08" | "09") | null;
            publicPostMonths: number | null;
            publicPosts: ("forestRanger" | "cleaner" | "roadKeeper" | "waterKeeper" | "securityAssistant" | "carer" | "photovoltaic" | "coordinator" | "other")[] | null;
            rainAndDewAid: boolean | null;
            relation: ("10" | "11" | "12" | "20" | "21" | "22" | "23" | "24" | "25" | "26" | "27" | "28" | "29" | "30" | "31" | "32" | "33" | "34" | "35" | "36" | "37" | "38" | "39" | "40" | "41" | "42" | "43" | "44" | "45" | "46" | "47" | "48" | "49" | "50" | "51" | "52" | "53" | "54" | "55" | "56" | "57" | "58" | "59" | "60" | "61" | "62" | "63" | "64" | "65" | "66" | "67" | "68" | "69" | "70" | "71" | "72" | "73" | "74" | "75" | "76" | "77" | "78" | "79" | "80" | "81" | "82" | "83" | "84" | "85" | "86" | "87" | "88" | "89" | "90" | "91" | "92" | "93" | "94" | "95" | "96" | "97" | "98" | "99" | "01" | "02") | null;
            residentMedical: boolean | null;
            residentPension: boolean | null;
            schoolStatus: ("notInSchool" | "belowSchoolAge" | "preschool" | "primary" | "grade7" | "grade8" | "grade9" | "senior1" | "senior2" | "senior3" | "vocational1" | "vocational2" | "vocational3" | "technician" | "college1" | "college2" | "college3" | "higher" | "bachelor" | "postgraduate") | null;
            seriousIllnessInsurance: boolean | null;
            sex: ("0" | "1" | "2" | "9") | null;
            speaksMandarin: boolean | null;
            status: string;
            subsistenceAllowance: ("none" | "rural" | "urban") | null;
            townResidenceMonths: number | null;
            unattendedChild: boolean | null;
            unemployedGraduateReason: string | null;
            version: number;
            villageCode: string;
            workEmployer: string | null;
            workMonths: number | null;
            workPlace: string | null;
            workStatus: ("inTownship" | "inCounty" | "inProvince" | "outsideProvince" | "other") | null;
        };
        PersonChanges: {
            accidentInsuranceSubsidy?: boolean | null;
            activeSoldier?: boolean | null;
            birthDay?: string | null;
            boardsAtSchool?: boolean | null;
            commercialMedical?: boolean | null;
            disabilityCardYear?: number | null;
            disabilityGrade?: ("1" | "2" | "3" | "4") | null;
            documentKind?: ("idCard" | "disabilityCard") | null;
            documentNumber?: string | null;
            education?: ("10" | "20" | "30" | "40" | "60" | "70" | "80" | "90" | "00") | null;
            employeeMedical?: boolean | null;
            employeePension?: boolean | null;
            ethnicity?: ("10" | "11" | "12" | "13" | "14" | "15" | "16" | "17" | "18" | "19" | "20" | "21" | "22" | "23" | "24" | "25" | "26" | "27" | "28" | "29" | "30" | "31" | "32" | "33" | "34" | "35" | "36" | "37" | "38" | "39" | "40" | "41" | "42" | "43" | "44" | "45" | "46" | "47" | "48" | "49" | "50" | "51" | "52" | "53" | "54" | "55" | "56" | "97" | "98" | "01" | "02" | "03" | "04" | "05" | "06" | "07" | "08" | "09") | null;
            extremePovertySupport?: ("none" | "rural" | "urban") | null;
            health?: ("healthy" | "chronicIllness" | "seriousIllness" | "disability" | "deceased")[] | null;
            identifiedMonth?: string | null;
            joinedOn?: string | null;
            joinReason?: ("registered" | "birth" | "marriage" | "movedIn" | "split" | "merge") | null;
            labourSkill?: ("ordinary" | "skilled" | "weak" | "lost" | "none") | null;
            leaveReason?: ("death" | "marriage" | "emigration" | "prison" | "movedOut" | "error") | null;
            leftBehind?: ("child" | "woman" | "elder") | null;
            leftOn?: string | null;
            maritalStatus?: ("10" | "20" | "30" | "40" | "90") | null;
            medicalAid?: boolean | null;
            name?: string;
            number?: string | null;
            otherHealthAid?: boolean | null;
            outOfSchoolReason?: ("illness" | "disability" | "unwilling" | "hardship" | "working" | "earlyMarriage" | "suspended" | "deferred" | "homeTaught" | "other") | null;
            phone?: string | null;
            politicalStatus?: ("10" | "11" | "12" | "13" | "01" | "02" | "03" | "04" | "05" | "06" | "07" | "08" | "09") | null;
            publicPostMonths?: number | null;
            publicPosts?: ("forestRanger" | "cleaner" | "roadKeeper" | "waterKeeper" | "securityAssistant" | "carer" | "photovoltaic" | "coordinator" | "other")[] | null;
            rainAndDewAid?: boolean | null;
            relation?: ("10" | "11" | "12" | "20" | "21" | "22" | "23" | "24" | "25" | "26" | "27" | "28" | "29" | "30" | "31" | "32" | "33" | "34" | "35" | "36" | "37" | "38" | "39" | "40" | "41" | "42" | "43" | "44" | "45" | "46" | "47" | "48" | "49" | "50" | "51" | "52" | "53" | "54" | "55" | "56" | "57" | "58" | "59" | "60" | "61" | "62" | "63" | "64" | "65" | "66" | "67" | "68" | "69" | "70" | "71" | "72" | "73" | "74" | "75" | "76" | "77" | "78" | "79" | "80" | "81" | "82" | "83" | "84" | "85" | "86" | "87" | "88" | "89" | "90" | "91" | "92" | "93" | "94" | "95" | "96" | "97" | "98" | "99" | "01" | "02") | null;
            residentMedical?: boolean | null;
            residentPension?: boolean | null;
            schoolStatus?: ("notInSchool" | "belowSchoolAge" | "preschool" | "primary" | "grade7" | "grade8" | "grade9" | "senior1" | "senior2" | "senior3" | "vocational1" | "vocational2" | "vocational3" | "technician" | "college1" | "college2" | "college3" | "higher" | "bachelor" | "postgraduate") | null;
            seriousIllnessInsurance?: boolean | null;
            /** @enum {string} */
            sex?: "0" | "1" | "2" | "9";
            speaksMandarin?: boolean | null;
            subsistenceAllowance?: ("none" | "rural" | "urban") | null;
            townResidenceMonths?: number | null;
            unattendedChild?: boolean | null;
            unemployedGraduateReason?: string | null;
            workEmployer?: string | null;
            workMonths?: number | null;
            workPlace?: string | null;
            workStatus?: ("inTownship" | "inCounty" | "inProvince" | "outsideProvince" | "other") | null;
        };
        PersonChangesInput: {
            accidentInsuranceSubsidy?: boolean | null;
            activeSoldier?: boolean | null;
            birthDay?: string | null;
            boardsAtSchool?: boolean | null;
            commercialMedical?: boolean | null;
            disabilityCardYear?: number | null;
            disabilityGrade?: ("1" | "2" | "3" | "4") | null;
            documentKind?: ("idCard" | "disabilityCard") | null;
            documentNumber?: string | null;
            education?: ("10" | "20" | "30" | "40" | "60" | "70" | "80" | "90" | "00") | null;
            employeeMedical?: boolean | null;
            employeePension?: boolean | null;
            ethnicity?: ("10" | "11" | "12" | "13" | "14" | "15" | "16" | "17" | "18" | "19" | "20" | "21" | "22" | "23" | "24" | "25" | "26" | "27" | "28" | "29" | "30" | "31" | "32" | "33" | "34" | "35" | "36" | "37" | "38" | "39" | "40" | "41" | "42" | "43" | "44" | "45" | "46" | "47" | "48" | "49" | "50" | "51" | "52" | "53" | "54" | "55" | "56" | "97" | "98" | "01" | "02" | "03" | "04" | "05" | "06" | "07" | "08" | "09") | null;
            extremePovertySupport?: ("none" | "rural" | "urban") | null;
            health?: ("healthy" | "chronicIllness" | "seriousIllness" | "disability" | "deceased")[] | null;
            identifiedMonth?: string | null;
            joinedOn?: string | null;
            joinReason?: ("registered" | "birth" | "marriage" | "movedIn" | "split" | "merge") | null;
            labourSkill?: ("ordinary" | "skilled" | "weak" | "lost" | "none") | null;
            leaveReason?: ("death" | "marriage" | "emigration" | "prison" | "movedOut" | "error") | null;
            leftBehind?: ("child" | "woman" | "elder") | null;
            leftOn?: string | null;
            maritalStatus?: ("10" | "20" | "30" | "40" | "90") | null;
            medicalAid?: boolean | null;
            name?: string;
            number?: string | null;
            otherHealthAid?: boolean | null;
            outOfSchoolReason?: ("illness" | "disability" | "unwilling" | "hardship" | "working" | "earlyMarriage" | "suspended" | "deferred" | "homeTaught" | "other") | null;
            phone?: string | null;
            politicalStatus?: ("10" | "11" | "12" | "13" | "01" | "02" | "03" | "04" | "05" | "06" | "07" | "08" | "09") | null;
            publicPostMonths?: number | null;
            publicPosts?: ("forestRanger" | "cleaner" | "roadKeeper" | "waterKeeper" | "securityAssistant" | "carer" | "photovoltaic" | "coordinator" | "other")[] | null;
            rainAndDewAid?: boolean | null;
            relation?: ("10" | "11" | "12" | "20" | "21" | "22" | "23" | "24" | "25" | "26" | "27" | "28" | "29" | "30" | "31" | "32" | "33" | "34" | "35" | "36" | "37" | "38" | "39" | "40" | "41" | "42" | "43" | "44" | "45" | "46" | "47" | "48" | "49" | "50" | "51" | "52" | "53" | "54" | "55" | "56" | "57" | "58" | "59" | "60" | "61" | "62" | "63" | "64" | "65" | "66" | "67" | "68" | "69" | "70" | "71" | "72" | "73" | "74" | "75" | "76" | "77" | "78" | "79" | "80" | "81" | "82" | "83" | "84" | "85" | "86" | "87" | "88" | "89" | "90" | "91" | "92" | "93" | "94" | "95" | "96" | "97" | "98" | "99" | "01" | "02") | null;
            residentMedical?: boolean | null;
            residentPension?: boolean | null;
            schoolStatus?: ("notInSchool" | "belowSchoolAge" | "preschool" | "primary" | "grade7" | "grade8" | "grade9" | "senior1" | "senior2" | "senior3" | "vocational1" | "vocational2" | "vocational3" | "technician" | "college1" | "college2" | "college3" | "higher" | "bachelor" | "postgraduate") | null;
            seriousIllnessInsurance?: boolean | null;
            /** @enum {string} */
            sex?: "0" | "1" | "2" | "9";
            speaksMandarin?: boolean | null;
            subsistenceAllowance?: ("none" | "rural" | "urban") | null;
            townResidenceMonths?: number | null;
            unattendedChild?: boolean | null;
            unemployedGraduateReason?: string | null;
            workEmployer?: string | null;
            workMonths?: number | null;
            workPlace?: string | null;
            workStatus?: ("inTownship" | "inCounty" | "inProvince" | "outsideProvince" | "other") | null;
        };
        PersonInput: {
            accidentInsuranceSubsidy: boolean | null;
            activeSoldier: boolean | null;
            birthDay: string | null;
            boardsAtSchool: boolean | null;
            commercialMedical: boolean | null;
            countyCode: string;
            disabilityCardYear: number | null;
            disabilityGrade: components["schemas"]["MaskedInput"] | (("1" | "2" | "3" | "4") | null);
            documentKind: ("idCard" | "disabilityCard") | null;
            documentNumber: components["schemas"]["MaskedInput"] | (string | null);
            education: ("10" | "20" | "30" | "40" | "60" | "70" | "80" | "90" | "00") | null;
            employeeMedical: boolean | null;
            employeePension: boolean | null;
            ethnicity: ("10" | "11" | "12" | "13" | "14" | "15" | "16" | "17" | "18" | "19" | "20" | "21" | "22" | "23" | "24" | "25" | "26" | "27" | "28" | "29" | "30" | "31" | "32" | "33" | "34" | "35" | "36" | "37" | "38" | "39" | "40" | "41" | "42" | "43" | "44" | "45" | "46" | "47" | "48" | "49" | "50" | "51" | "52" | "53" | "54" | "55" | "56" | "97" | "98" | "01" | "02" | "03" | "04" | "05" | "06" | "07" | "08" | "09") | null;
            extremePovertySupport: ("none" | "rural" | "urban") | null;
            health: components["schemas"]["MaskedInput"] | (("healthy" | "chronicIllness" | "seriousIllness" | "disability" | "deceased")[] | null);
            /** Format: uuid */
            householdId: string;
            /** Format: uuid */
            id: string;
            identifiedMonth: string | null;
            joinedOn: string | null;
            joinReason: ("registered" | "birth" | "marriage" | "movedIn" | "split" | "merge") | null;
            labourSkill: ("ordinary" | "skilled" | "weak" | "lost" | "none") | null;
            leaveReason: ("death" | "marriage" | "emigration" | "prison" | "movedOut" | "error") | null;
            leftBehind: ("child" | "woman" | "elder") | null;
            leftOn: string | null;
            maritalStatus: ("10" | "20" | "30" | "40" | "90") | null;
            medicalAid: boolean | null;
            name: string | null;
            number: string | null;
            otherHealthAid: boolean | null;
            outOfSchoolReason: ("illness" | "disability" | "unwilling" | "hardship" | "working" | "earlyMarriage" | "suspended" | "deferred" | "homeTaught" | "other") | null;
            phone: components["schemas"]["MaskedInput"] | (string | null);
            politicalStatus: ("10" | "11" | "12" | "13" | "01" | "02" | "03" | "04" | "05" | "06" | "07" | "08" | "09") | null;
            publicPostMonths: number | null;
            publicPosts: ("forestRanger" | "cleaner" | "roadKeeper" | "waterKeeper" | "securityAssistant" | "carer" | "photovoltaic" | "coordinator" | "other")[] | null;
            rainAndDewAid: boolean | null;
            relation: ("10" | "11" | "12" | "20" | "21" | "22" | "23" | "24" | "25" | "26" | "27" | "28" | "29" | "30" | "31" | "32" | "33" | "34" | "35" | "36" | "37" | "38" | "39" | "40" | "41" | "42" | "43" | "44" | "45" | "46" | "47" | "48" | "49" | "50" | "51" | "52" | "53" | "54" | "55" | "56" | "57" | "58" | "59" | "60" | "61" | "62" | "63" | "64" | "65" | "66" | "67" | "68" | "69" | "70" | "71" | "72" | "73" | "74" | "75" | "76" | "77" | "78" | "79" | "80" | "81" | "82" | "83" | "84" | "85" | "86" | "87" | "88" | "89" | "90" | "91" | "92" | "93" | "94" | "95" | "96" | "97" | "98" | "99" | "01" | "02") | null;
            residentMedical: boolean | null;
            residentPension: boolean | null;
            schoolStatus: ("notInSchool" | "belowSchoolAge" | "preschool" | "primary" | "grade7" | "grade8" | "grade9" | "senior1" | "senior2" | "senior3" | "vocational1" | "vocational2" | "vocational3" | "technician" | "college1" | "college2" | "college3" | "higher" | "bachelor" | "postgraduate") | null;
            seriousIllnessInsurance: boolean | null;
            sex: ("0" | "1" | "2" | "9") | null;
            speaksMandarin: boolean | null;
            status: string;
            subsistenceAllowance: ("none" | "rural" | "urban") | null;
            townResidenceMonths: number | null;
            unattendedChild: boolean | null;
            unemployedGraduateReason: string | null;
            version: number;
            villageCode: string;
            workEmployer: string | null;
            workMonths: number | null;
            workPlace: string | null;
            workStatus: ("inTownship" | "inCounty" | "inProvince" | "outsideProvince" | "other") | null;
        };
        PolicyClause: {
            carriers: {
                id: string;
                /** @enum {string} */
                kind: "targets" | "schedules" | "obligations" | "rules" | "procedures" | "fundRules" | "indicators" | "parameters" | "forms" | "registers";
                title: {
                    en: string;
                    zh: string;
                };
            }[];
            /** @enum {string} */
            carrying: "items" | "below" | "exhortation" | "nothing";
            exhortation: {
                en: string;
                zh: string;
            } | null;
            heading: boolean;
            id: string;
            lead: {
                id: string;
                title: {
                    en: string;
                    zh: string;
                };
            }[];
            /** @description The worst of what it is judged by. */
            light: ("met" | "onTheWay" | "notDue" | "noData" | "behind" | "overdue") | null;
            number: string;
            parent: string | null;
            reading: {
                en: string;
                zh: string;
            } | null;
            summary: {
                en: string;
                zh: string;
            };
            supporting: {
                id: string;
                title: {
                    en: string;
                    zh: string;
                };
            }[];
        };
        PolicyClauseInput: {
            carriers: {
                id: string;
                /** @enum {string} */
                kind: "targets" | "schedules" | "obligations" | "rules" | "procedures" | "fundRules" | "indicators" | "parameters" | "forms" | "registers";
                title: {
                    en: string;
                    zh: string;
                };
            }[];
            /** @enum {string} */
            carrying: "items" | "below" | "exhortation" | "nothing";
            exhortation: {
                en: string;
                zh: string;
            } | null;
            heading: boolean;
            id: string;
            lead: {
                id: string;
                title: {
                    en: string;
                    zh: string;
                };
            }[];
            /** @description The worst of what it is judged by. */
            light: ("met" | "onTheWay" | "notDue" | "noData" | "behind" | "overdue") | null;
            number: string;
            parent: string | null;
            reading: {
                en: string;
                zh: string;
            } | null;
            summary: {
                en: string;
                zh: string;
            };
            supporting: {
                id: string;
                title: {
                    en: string;
                    zh: string;
                };
            }[];
        };
        PolicyClauseInWords: {
            clause: components["schemas"]["PackClause"];
            items: components["schemas"]["PackItem"][];
            measures: {
                id: string;
                when: string;
            }[];
            /** @description Those of the clause and those that its rules read. */
            parameters: {
                id: string;
                note: {
                    en: string;
                    zh: string;
                } | null;
                pack: string;
                title: {
                    en: string;
                    zh: string;
                };
                unit: string;
                values: {
                    /** @description In words, not as packs write them. */
                    cites: string[];
                    /** Format: date */
                    from: string;
                    /** @description It is the one that holds here today. */
                    holds: boolean;
                    /** @description Null for a value that an office set. */
                    pack: string | null;
                    region: string;
                    until: string | null;
                    value: number | string | string[];
                }[];
            }[];
            rules: {
                amount: string | null;
                id: string;
                receives: string | null;
                when: string;
            }[];
        };
        PolicyClauseInWordsInput: {
            clause: components["schemas"]["PackClauseInput"];
            items: components["schemas"]["PackItemInput"][];
            measures: {
                id: string;
                when: string;
            }[];
            /** @description Those of the clause and those that its rules read. */
            parameters: {
                id: string;
                note: {
                    en: string;
                    zh: string;
                } | null;
                pack: string;
                title: {
                    en: string;
                    zh: string;
                };
                unit: string;
                values: {
                    /** @description In words, not as packs write them. */
                    cites: string[];
                    /** Format: date */
                    from: string;
                    /** @description It is the one that holds here today. */
                    holds: boolean;
                    /** @description Null for a value that an office set. */
                    pack: string | null;
                    region: string;
                    until: string | null;
                    value: number | string | string[];
                }[];
            }[];
            rules: {
                amount: string | null;
                id: string;
                receives: string | null;
                when: string;
            }[];
        };
        PolicyIndicator: {
            absence: ("notReported" | "placesNotStated" | "nobodyAsked" | "factsNotReady" | "regionTooSmall" | "notSound" | "noMeasure" | "ofOtherRegion" | "valueNotKnown") | null;
            /** @enum {string} */
            better: "more" | "less";
            cites: string[];
            every: string | null;
            /** @description Finds the households behind the number in the list; null where it cannot. */
            filters: string | null;
            /** @description The number counts households or persons. */
            hasHouseholds: boolean;
            id: string;
            /** @description The pack that says so: this one, or one that it extends. */
            pack: string;
            /** @description The report in force that gives the value. */
            report: components["schemas"]["IndicatorReport"] | null;
            reportedBy: {
                id: string;
                title: {
                    en: string;
                    zh: string;
                };
            }[];
            /** @enum {string} */
            source: "register" | "reported";
            title: {
                en: string;
                zh: string;
            };
            unit: string;
            /** @description In the unit: yuan, percent before the sign. */
            value: number | null;
        };
        PolicyIndicatorBehind: {
            /** @description Null where the list of households can be filtered to them, or there are none. */
            households: {
                rows: {
                    county: string;
                    headName: string;
                    /** Format: uuid */
                    id: string;
                    number: string;
                    village: {
                        code: string;
                        name: string;
                    };
                }[];
                size: number;
                total: number;
            } | null;
            indicator: components["schemas"]["PolicyIndicator"];
            mayReport: boolean;
            pack: {
                id: string;
                title: {
                    en: string;
                    zh: string;
                };
            };
            /** @description The region and those around it that the officer reaches. */
            path: {
                code: string;
                name: string;
            }[];
            places: {
                code: string;
                filters: string | null;
                name: string;
                value: number | null;
            }[];
            region: {
                code: string;
                level: string;
                name: string;
            };
            /** @description For this very region, the newest first. */
            reports: components["schemas"]["IndicatorReport"][];
        };
        PolicyIndicatorBehindInput: {
            /** @description Null where the list of households can be filtered to them, or there are none. */
            households: {
                rows: {
                    county: string;
                    headName: string;
                    /** Format: uuid */
                    id: string;
                    number: string;
                    village: {
                        code: string;
                        name: string;
                    };
                }[];
                size: number;
                total: number;
            } | null;
            indicator: components["schemas"]["PolicyIndicatorInput"];
            mayReport: boolean;
            pack: {
                id: string;
                title: {
                    en: string;
                    zh: string;
                };
            };
            /** @description The region and those around it that the officer reaches. */
            path: {
                code: string;
                name: string;
            }[];
            places: {
                code: string;
                filters: string | null;
                name: string;
                value: number | null;
            }[];
            region: {
                code: string;
                level: string;
                name: string;
            };
            /** @description For this very region, the newest first. */
            reports: components["schemas"]["IndicatorReportInput"][];
        };
        PolicyIndicatorInput: {
            absence: ("notReported" | "placesNotStated" | "nobodyAsked" | "factsNotReady" | "regionTooSmall" | "notSound" | "noMeasure" | "ofOtherRegion" | "valueNotKnown") | null;
            /** @enum {string} */
            better: "more" | "less";
            cites: string[];
            every: string | null;
            /** @description Finds the households behind the number in the list; null where it cannot. */
            filters: string | null;
            /** @description The number counts households or persons. */
            hasHouseholds: boolean;
            id: string;
            /** @description The pack that says so: this one, or one that it extends. */
            pack: string;
            /** @description The report in force that gives the value. */
            report: components["schemas"]["IndicatorReportInput"] | null;
            reportedBy: {
                id: string;
                title: {
                    en: string;
                    zh: string;
                };
            }[];
            /** @enum {string} */
            source: "register" | "reported";
            title: {
                en: string;
                zh: string;
            };
            unit: string;
            /** @description In the unit: yuan, percent before the sign. */
            value: number | null;
        };
        PolicyLibrary: {
            /** @description The pack that holds here and those that it extends. */
            chain: string[];
            followed: string | null;
            packs: {
                audiences: string[];
                coverage: {
                    clauses: number;
                    /** @description Carried out, or said why software cannot. */
                    covered: number;
                    /** @description Of the covered ones those that only appeal. */
                    exhortations: number;
                    uncovered: string[];
                };
                extends: string | null;
                /** Format: date */
                from: string;
                hitCount: number;
                /** @description What was found in the pack, in its order, the first of them. */
                hits: {
                    clause: string | null;
                    id: string;
                    /** @enum {string} */
                    kind: "clauses" | "targets" | "schedules" | "obligations" | "rules" | "procedures" | "fundRules" | "indicators" | "parameters" | "forms" | "registers";
                    number: string;
                    text: {
                        en: string;
                        zh: string;
                    };
                }[];
                id: string;
                issuer: {
                    en: string;
                    zh: string;
                };
                /** @description How many items of each kind are its own. */
                items: {
                    [key: string]: number;
                };
                level: string;
                regions: string[];
                themes: string[];
                title: {
                    en: string;
                    zh: string;
                };
                until: string | null;
                /** @description Of the pack with everything that it extends. */
                version: string;
            }[];
            region: {
                code: string;
                name: string;
            };
            themes: string[];
        };
        PolicyLibraryInput: {
            /** @description The pack that holds here and those that it extends. */
            chain: string[];
            followed: string | null;
            packs: {
                audiences: string[];
                coverage: {
                    clauses: number;
                    /** @description Carried out, or said why software cannot. */
                    covered: number;
                    /** @description Of the covered ones those that only appeal. */
                    exhortations: number;
                    uncovered: string[];
                };
                extends: string | null;
                /** Format: date */
                from: string;
                hitCount: number;
                /** @description What was found in the pack, in its order, the first of them. */
                hits: {
                    clause: string | null;
                    id: string;
                    /** @enum {string} */
                    kind: "clauses" | "targets" | "schedules" | "obligations" | "rules" | "procedures" | "fundRules" | "indicators" | "parameters" | "forms" | "registers";
                    number: string;
                    text: {
                        en: string;
                        zh: string;
                    };
                }[];
                id: string;
                issuer: {
                    en: string;
                    zh: string;
                };
                /** @description How many items of each kind are its own. */
                items: {
                    [key: string]: number;
                };
                level: string;
                regions: string[];
                themes: string[];
                title: {
                    en: string;
                    zh: string;
                };
                until: string | null;
                /** @description Of the pack with everything that it extends. */
                version: string;
            }[];
            region: {
                code: string;
                name: string;
            };
            themes: string[];
        };
        PolicyObligation: {
            /** @description Where it counts from an event. */
            after: {
                of: string;
                unit: string;
                within: number;
            } | null;
            cites: string[];
            id: string;
            ifMissed: {
                en: string;
                zh: string;
            } | null;
            nextDue: string | null;
            title: {
                en: string;
                zh: string;
            };
            toWhom: {
                id: string;
                title: {
                    en: string;
                    zh: string;
                };
            }[];
            who: {
                id: string;
                title: {
                    en: string;
                    zh: string;
                };
            }[];
        };
        PolicyObligationInput: {
            /** @description Where it counts from an event. */
            after: {
                of: string;
                unit: string;
                within: number;
            } | null;
            cites: string[];
            id: string;
            ifMissed: {
                en: string;
                zh: string;
            } | null;
            nextDue: string | null;
            title: {
                en: string;
                zh: string;
            };
            toWhom: {
                id: string;
                title: {
                    en: string;
                    zh: string;
                };
            }[];
            who: {
                id: string;
                title: {
                    en: string;
                    zh: string;
                };
            }[];
        };
        PolicySchedule: {
            cites: string[];
            id: string;
            indicator: string | null;
            light: ("met" | "onTheWay" | "notDue" | "noData" | "behind" | "overdue") | null;
            milestones: {
                absence: ("notReported" | "placesNotStated" | "nobodyAsked" | "factsNotReady" | "regionTooSmall" | "notSound" | "noMeasure" | "ofOtherRegion" | "valueNotKnown") | null;
                /** Format: date */
                by: string;
                count: number | null;
                /** @description Null where nothing is to be judged here. */
                light: ("met" | "onTheWay" | "notDue" | "noData" | "behind" | "overdue") | null;
                persons: number | null;
                /** @description So many by now, of all milestones together. */
                reached: number | null;
                regions: {
                    code: string;
                    done: boolean | null;
                    name: string;
                }[];
                title: {
                    en: string;
                    zh: string;
                } | null;
                /** @description So many are wanted by this day, earlier ones included. */
                wanted: number | null;
            }[];
            subject: string;
            title: {
                en: string;
                zh: string;
            };
        };
        PolicyScheduleInput: {
            cites: string[];
            id: string;
            indicator: string | null;
            light: ("met" | "onTheWay" | "notDue" | "noData" | "behind" | "overdue") | null;
            milestones: {
                absence: ("notReported" | "placesNotStated" | "nobodyAsked" | "factsNotReady" | "regionTooSmall" | "notSound" | "noMeasure" | "ofOtherRegion" | "valueNotKnown") | null;
                /** Format: date */
                by: string;
                count: number | null;
                /** @description Null where nothing is to be judged here. */
                light: ("met" | "onTheWay" | "notDue" | "noData" | "behind" | "overdue") | null;
                persons: number | null;
                /** @description So many by now, of all milestones together. */
                reached: number | null;
                regions: {
                    code: string;
                    done: boolean | null;
                    name: string;
                }[];
                title: {
                    en: string;
                    zh: string;
                } | null;
                /** @description So many are wanted by this day, earlier ones included. */
                wanted: number | null;
            }[];
            subject: string;
            title: {
                en: string;
                zh: string;
            };
        };
        PolicyStatus: {
            clauseLights: {
                [key: string]: number;
            };
            clauses: components["schemas"]["PolicyClause"][];
            departments: {
                clauses: number;
                id: string;
                lights: {
                    [key: string]: number;
                };
                nextDue: string | null;
                supports: number;
                title: {
                    en: string;
                    zh: string;
                };
            }[];
            followed: {
                id: string;
                title: {
                    en: string;
                    zh: string;
                };
            } | null;
            indicators: components["schemas"]["PolicyIndicator"][];
            /** @description The pack is the one that holds in the region today. */
            isFollowed: boolean;
            lagSeconds: number | null;
            note: {
                en: string;
                zh: string;
            } | null;
            obligations: components["schemas"]["PolicyObligation"][];
            /** Format: date */
            on: string;
            pack: components["schemas"]["PackSummary"];
            region: {
                code: string;
                level: string;
                name: string;
            };
            /** @description Where the pack holds, as far as the officer reaches. */
            regions: {
                code: string;
                name: string;
            }[];
            schedules: components["schemas"]["PolicySchedule"][];
            targets: components["schemas"]["PolicyTarget"][];
        };
        PolicyStatusInput: {
            clauseLights: {
                [key: string]: number;
            };
            clauses: components["schemas"]["PolicyClauseInput"][];
            departments: {
                clauses: number;
                id: string;
                lights: {
                    [key: string]: number;
                };
                nextDue: string | null;
                supports: number;
                title: {
                    en: string;
                    zh: string;
                };
            }[];
            followed: {
                id: string;
                title: {
                    en: string;
                    zh: string;
                };
            } | null;
            indicators: components["schemas"]["PolicyIndicatorInput"][];
            /** @description The pack is the one that holds in the region today. */
            isFollowed: boolean;
            lagSeconds: number | null;
            note: {
                en: string;
                zh: string;
            } | null;
            obligations: components["schemas"]["PolicyObligationInput"][];
            /** Format: date */
            on: string;
            pack: components["schemas"]["PackSummaryInput"];
            region: {
                code: string;
                level: string;
                name: string;
            };
            /** @description Where the pack holds, as far as the officer reaches. */
            regions: {
                code: string;
                name: string;
            }[];
            schedules: components["schemas"]["PolicyScheduleInput"][];
            targets: components["schemas"]["PolicyTargetInput"][];
        };
        PolicyTarget: {
            absence: ("notReported" | "placesNotStated" | "nobodyAsked" | "factsNotReady" | "regionTooSmall" | "notSound" | "noMeasure" | "ofOtherRegion" | "valueNotKnown") | null;
            actual: number | null;
            /** Format: date */
            begins: string;
            cites: string[];
            /** @enum {string} */
            compare: "atLeast" | "atMost" | "equals" | "moreThan" | "lessThan";
            /** Format: date */
            due: string;
            id: string;
            indicator: string;
            /** @description Null where nothing is to be judged here. */
            light: ("met" | "onTheWay" | "notDue" | "noData" | "behind" | "overdue") | null;
            /** @description What the straight line of the plan says for today. */
            planned: number | null;
            title: {
                en: string;
                zh: string;
            };
            unit: string;
            value: number | null;
        };
        PolicyTargetInput: {
            absence: ("notReported" | "placesNotStated" | "nobodyAsked" | "factsNotReady" | "regionTooSmall" | "notSound" | "noMeasure" | "ofOtherRegion" | "valueNotKnown") | null;
            actual: number | null;
            /** Format: date */
            begins: string;
            cites: string[];
            /** @enum {string} */
            compare: "atLeast" | "atMost" | "equals" | "moreThan" | "lessThan";
            /** Format: date */
            due: string;
            id: string;
            indicator: string;
            /** @description Null where nothing is to be judged here. */
            light: ("met" | "onTheWay" | "notDue" | "noData" | "behind" | "overdue") | null;
            /** @description What the straight line of the plan says for today. */
            planned: number | null;
            title: {
                en: string;
                zh: string;
            };
            unit: string;
            value: number | null;
        };
        PrintOrder: {
            /** @enum {string} */
            format: "pdf" | "xlsx";
            /** @description One card instead of a village of them */
            household?: {
                county: string;
                /** Format: uuid */
                id: string;
            };
            /** @enum {string} */
            kind: "card" | "village" | "township" | "county";
            purpose?: string;
            /** @description The region of a book; for cards the village */
            region?: string;
        };
        PrintOrderInput: {
            /** @enum {string} */
            format: "pdf" | "xlsx";
            /** @description One card instead of a village of them */
            household?: {
                county: string;
                /** Format: uuid */
                id: string;
            };
            /** @enum {string} */
            kind: "card" | "village" | "township" | "county";
            purpose?: string;
            /** @description The region of a book; for cards the village */
            region?: string;
        };
        QualityFinding: {
            county: string;
            details: {
                [key: string]: string | number;
            };
            exemption: {
                by: string | null;
                /** Format: date */
                from: string;
                /** Format: uuid */
                id: string;
                reason: string;
                until: string | null;
            } | null;
            explanation: {
                /** Format: date-time */
                at: string;
                by: string | null;
                reason: string;
            } | null;
            fields: string[];
            /** Format: date */
            foundOn: string;
            household: {
                headName: string;
                /** Format: uuid */
                id: string;
                number: string;
                villageCode: string;
                villageName: string;
            };
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            level: "E" | "W" | "I";
            ruleId: string;
            /** @enum {string} */
            state: "open" | "explained" | "exempted";
            /** @enum {string} */
            subject: "household" | "person" | "survey";
            /** Format: uuid */
            subjectId: string;
            /** @description Whom it is about, if a member. */
            subjectName: string | null;
            surveyYear: number | null;
            /** @description Which sentence of the rule, filled in with the details. */
            text: string;
        };
        QualityFindingInput: {
            county: string;
            details: {
                [key: string]: string | number;
            };
            exemption: {
                by: string | null;
                /** Format: date */
                from: string;
                /** Format: uuid */
                id: string;
                reason: string;
                until: string | null;
            } | null;
            explanation: {
                /** Format: date-time */
                at: string;
                by: string | null;
                reason: string;
            } | null;
            fields: string[];
            /** Format: date */
            foundOn: string;
            household: {
                headName: string;
                /** Format: uuid */
                id: string;
                number: string;
                villageCode: string;
                villageName: string;
            };
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            level: "E" | "W" | "I";
            ruleId: string;
            /** @enum {string} */
            state: "open" | "explained" | "exempted";
            /** @enum {string} */
            subject: "household" | "person" | "survey";
            /** Format: uuid */
            subjectId: string;
            /** @description Whom it is about, if a member. */
            subjectName: string | null;
            surveyYear: number | null;
            /** @description Which sentence of the rule, filled in with the details. */
            text: string;
        };
        QualityRule: {
            id: string;
            /** @enum {string} */
            level: "E" | "W" | "I";
            /** @enum {string} */
            over: "row" | "household" | "register";
            /** @description With {{…}} where values stand. */
            sentences: {
                [key: string]: string;
            };
            title: string;
        };
        QualityRuleInput: {
            id: string;
            /** @enum {string} */
            level: "E" | "W" | "I";
            /** @enum {string} */
            over: "row" | "household" | "register";
            /** @description With {{…}} where values stand. */
            sentences: {
                [key: string]: string;
            };
            title: string;
        };
        QualitySummary: {
            /** @description Of them those with an open error or open warning. */
            faultyHouseholds: number;
            /** @description Active households of the region. */
            households: number;
            levels: {
                E: {
                    exempted: number;
                    explained: number;
                    /** @description Households with open findings. */
                    households: number;
                    open: number;
                };
                I: {
                    exempted: number;
                    explained: number;
                    /** @description Households with open findings. */
                    households: number;
                    open: number;
                };
                W: {
                    exempted: number;
                    explained: number;
                    /** @description Households with open findings. */
                    households: number;
                    open: number;
                };
            };
            /** @description From the reach of the officer down to the region. */
            path: {
                code: string;
                /** @enum {string} */
                level: "nation" | "province" | "prefecture" | "county" | "township" | "village";
                name: string;
            }[];
            region: {
                code: string;
                /** @enum {string} */
                level: "nation" | "province" | "prefecture" | "county" | "township" | "village";
                name: string;
            };
            /** @description Open findings of the divisions just below. */
            regions: {
                code: string;
                E: number;
                households: number;
                I: number;
                /** @enum {string} */
                level: "nation" | "province" | "prefecture" | "county" | "township" | "village";
                name: string;
                W: number;
            }[];
            rules: {
                exempted: number;
                explained: number;
                /** @description Households with open findings. */
                households: number;
                /** @enum {string} */
                level: "E" | "W" | "I";
                open: number;
                ruleId: string;
            }[];
        };
        QualitySummaryInput: {
            /** @description Of them those with an open error or open warning. */
            faultyHouseholds: number;
            /** @description Active households of the region. */
            households: number;
            levels: {
                E: {
                    exempted: number;
                    explained: number;
                    /** @description Households with open findings. */
                    households: number;
                    open: number;
                };
                I: {
                    exempted: number;
                    explained: number;
                    /** @description Households with open findings. */
                    households: number;
                    open: number;
                };
                W: {
                    exempted: number;
                    explained: number;
                    /** @description Households with open findings. */
                    households: number;
                    open: number;
                };
            };
            /** @description From the reach of the officer down to the region. */
            path: {
                code: string;
                /** @enum {string} */
                level: "nation" | "province" | "prefecture" | "county" | "township" | "village";
                name: string;
            }[];
            region: {
                code: string;
                /** @enum {string} */
                level: "nation" | "province" | "prefecture" | "county" | "township" | "village";
                name: string;
            };
            /** @description Open findings of the divisions just below. */
            regions: {
                code: string;
                E: number;
                households: number;
                I: number;
                /** @enum {string} */
                level: "nation" | "province" | "prefecture" | "county" | "township" | "village";
                name: string;
                W: number;
            }[];
            rules: {
                exempted: number;
                explained: number;
                /** @description Households with open findings. */
                households: number;
                /** @enum {string} */
                level: "E" | "W" | "I";
                open: number;
                ruleId: string;
            }[];
        };
        RegistrationSpell: {
            countyCode: string;
            endedOn: string | null;
            endReason: string | null;
            /** Format: uuid */
            id: string;
            kind: string;
            /** Format: date */
            startedOn: string;
            startReason: string;
            version: number;
            villageCode: string;
        };
        RegistrationSpellInput: {
            countyCode: string;
            endedOn: string | null;
            endReason: string | null;
            /** Format: uuid */
            id: string;
            kind: string;
            /** Format: date */
            startedOn: string;
            startReason: string;
            version: number;
            villageCode: string;
        };
        SpellFacts: {
            endedOn: string | null;
            endReason: ("exited" | "eliminated" | "removed" | "naturalDecrease" | "merged") | null;
            /** @enum {string} */
            kind: "registered" | "monitored";
            /** Format: date */
            startedOn: string;
            /** @enum {string} */
            startReason: "identified" | "lookBack" | "returned" | "split";
        };
        SpellFactsInput: {
            endedOn: string | null;
            endReason: ("exited" | "eliminated" | "removed" | "naturalDecrease" | "merged") | null;
            /** @enum {string} */
            kind: "registered" | "monitored";
            /** Format: date */
            startedOn: string;
            /** @enum {string} */
            startReason: "identified" | "lookBack" | "returned" | "split";
        };
        Survey: {
            broadcasting: boolean | null;
            businessCropFen: number | null;
            businessEmploymentAwardFen: number | null;
            businessExpenseFen: number | null;
            businessFen: number | null;
            businessFisheryFen: number | null;
            businessForestryFen: number | null;
            businessIndustryAwardFen: number | null;
            businessLivestockFen: number | null;
            businessTradeFen: number | null;
            convertedMu: number | null;
            countyCode: string;
            cultivatedMu: number | null;
            dangerousHouse: boolean | null;
            expenseSubsidyFen: number | null;
            forestMu: number | null;
            fuelNote: string | null;
            fuels: ("firewood" | "dung" | "coal" | "cleanEnergy" | "other")[] | null;
            houseBuiltYear: number | null;
            householdElectricity: boolean | null;
            /** Format: uuid */
            householdId: string;
            houseStructure: ("reinforcedConcrete" | "brickConcrete" | "brickWood" | "earth" | "other") | null;
            housingGrade: ("A" | "B" | "C" | "D") | null;
            housingRenovatedYear: number | null;
            housingSqm: number | null;
            /** Format: uuid */
            id: string;
            incomeFen: number | null;
            incomePerHeadFen: number | null;
            incomePeriod: ("octoberToSeptember" | "calendarYear" | "rolling") | null;
            inCooperative: boolean | null;
            insurancePayoutFen: number | null;
            irrigatedMu: number | null;
            leadingEntrepreneur: boolean | null;
            leadingFirm: boolean | null;
            medicalOutOfPocketFen: number | null;
            netIncomeFen: number | null;
            orchardMu: number | null;
            pastureMu: number | null;
            populationAtYearEnd: number | null;
            populationAtYearStart: number | null;
            productionElectricity: boolean | null;
            propertyDividendFen: number | null;
            propertyFen: number | null;
            propertyInterestFen: number | null;
            propertyLandFen: number | null;
            propertyOtherFen: number | null;
            roadDistanceKm: number | null;
            roadHardened: boolean | null;
            roadKind: ("earth" | "gravel" | "concrete" | "asphalt") | null;
            safeWater: boolean | null;
            sanitaryToilet: boolean | null;
            transferEcologicalFen: number | null;
            transferExtremePovertyFen: number | null;
            transferFamilyPlanningFen: number | null;
            transferFen: number | null;
            transferOtherFen: number | null;
            transferPensionFen: number | null;
            transferSubsistenceFen: number | null;
            version: number;
            villageCode: string;
            wageFen: number | null;
            wageOtherFen: number | null;
            wagePublicPostFen: number | null;
            wageWorkFen: number | null;
            waterDifficult: boolean | null;
            waterMu: number | null;
            waterSource: ("treatedTap" | "protectedWell" | "openWell" | "surface" | "rain" | "bottled" | "other") | null;
            year: number | null;
        };
        SurveyChanges: {
            broadcasting?: boolean | null;
            businessCropFen?: number | null;
            businessEmploymentAwardFen?: number | null;
            businessExpenseFen?: number | null;
            businessFen?: number | null;
            businessFisheryFen?: number | null;
            businessForestryFen?: number | null;
            businessIndustryAwardFen?: number | null;
            businessLivestockFen?: number | null;
            businessTradeFen?: number | null;
            convertedMu?: number | null;
            cultivatedMu?: number | null;
            dangerousHouse?: boolean | null;
            expenseSubsidyFen?: number | null;
            forestMu?: number | null;
            fuelNote?: string | null;
            fuels?: ("firewood" | "dung" | "coal" | "cleanEnergy" | "other")[] | null;
            houseBuiltYear?: number | null;
            householdElectricity?: boolean | null;
            houseStructure?: ("reinforcedConcrete" | "brickConcrete" | "brickWood" | "earth" | "other") | null;
            housingGrade?: ("A" | "B" | "C" | "D") | null;
            housingRenovatedYear?: number | null;
            housingSqm?: number | null;
            incomeFen?: number | null;
            incomePerHeadFen?: number | null;
            incomePeriod?: ("octoberToSeptember" | "calendarYear" | "rolling") | null;
            inCooperative?: boolean | null;
            insurancePayoutFen?: number | null;
            irrigatedMu?: number | null;
            leadingEntrepreneur?: boolean | null;
            leadingFirm?: boolean | null;
            medicalOutOfPocketFen?: number | null;
            netIncomeFen?: number | null;
            orchardMu?: number | null;
            pastureMu?: number | null;
            populationAtYearEnd?: number | null;
            populationAtYearStart?: number | null;
            productionElectricity?: boolean | null;
            propertyDividendFen?: number | null;
            propertyFen?: number | null;
            propertyInterestFen?: number | null;
            propertyLandFen?: number | null;
            propertyOtherFen?: number | null;
            roadDistanceKm?: number | null;
            roadHardened?: boolean | null;
            roadKind?: ("earth" | "gravel" | "concrete" | "asphalt") | null;
            safeWater?: boolean | null;
            sanitaryToilet?: boolean | null;
            transferEcologicalFen?: number | null;
            transferExtremePovertyFen?: number | null;
            transferFamilyPlanningFen?: number | null;
            transferFen?: number | null;
            transferOtherFen?: number | null;
            transferPensionFen?: number | null;
            transferSubsistenceFen?: number | null;
            wageFen?: number | null;
            wageOtherFen?: number | null;
            wagePublicPostFen?: number | null;
            wageWorkFen?: number | null;
            waterDifficult?: boolean | null;
            waterMu?: number | null;
            waterSource?: ("treatedTap" | "protectedWell" | "openWell" | "surface" | "rain" | "bottled" | "other") | null;
            year?: number;
        };
        SurveyChangesInput: {
            broadcasting?: boolean | null;
            businessCropFen?: number | null;
            businessEmploymentAwardFen?: number | null;
            businessExpenseFen?: number | null;
            businessFen?: number | null;
            businessFisheryFen?: number | null;
            businessForestryFen?: number | null;
            businessIndustryAwardFen?: number | null;
            businessLivestockFen?: number | null;
            businessTradeFen?: number | null;
            convertedMu?: number | null;
            cultivatedMu?: number | null;
            dangerousHouse?: boolean | null;
            expenseSubsidyFen?: number | null;
            forestMu?: number | null;
            fuelNote?: string | null;
            fuels?: ("firewood" | "dung" | "coal" | "cleanEnergy" | "other")[] | null;
            houseBuiltYear?: number | null;
            householdElectricity?: boolean | null;
            houseStructure?: ("reinforcedConcrete" | "brickConcrete" | "brickWood" | "earth" | "other") | null;
            housingGrade?: ("A" | "B" | "C" | "D") | null;
            housingRenovatedYear?: number | null;
            housingSqm?: number | null;
            incomeFen?: number | null;
            incomePerHeadFen?: number | null;
            incomePeriod?: ("octoberToSeptember" | "calendarYear" | "rolling") | null;
            inCooperative?: boolean | null;
            insurancePayoutFen?: number | null;
            irrigatedMu?: number | null;
            leadingEntrepreneur?: boolean | null;
            leadingFirm?: boolean | null;
            medicalOutOfPocketFen?: number | null;
            netIncomeFen?: number | null;
            orchardMu?: number | null;
            pastureMu?: number | null;
            populationAtYearEnd?: number | null;
            populationAtYearStart?: number | null;
            productionElectricity?: boolean | null;
            propertyDividendFen?: number | null;
            propertyFen?: number | null;
            propertyInterestFen?: number | null;
            propertyLandFen?: number | null;
            propertyOtherFen?: number | null;
            roadDistanceKm?: number | null;
            roadHardened?: boolean | null;
            roadKind?: ("earth" | "gravel" | "concrete" | "asphalt") | null;
            safeWater?: boolean | null;
            sanitaryToilet?: boolean | null;
            transferEcologicalFen?: number | null;
            transferExtremePovertyFen?: number | null;
            transferFamilyPlanningFen?: number | null;
            transferFen?: number | null;
            transferOtherFen?: number | null;
            transferPensionFen?: number | null;
            transferSubsistenceFen?: number | null;
            wageFen?: number | null;
            wageOtherFen?: number | null;
            wagePublicPostFen?: number | null;
            wageWorkFen?: number | null;
            waterDifficult?: boolean | null;
            waterMu?: number | null;
            waterSource?: ("treatedTap" | "protectedWell" | "openWell" | "surface" | "rain" | "bottled" | "other") | null;
            year?: number;
        };
        SurveyInput: {
            broadcasting: boolean | null;
            businessCropFen: number | null;
            businessEmploymentAwardFen: number | null;
            businessExpenseFen: number | null;
            businessFen: number | null;
            businessFisheryFen: number | null;
            businessForestryFen: number | null;
            businessIndustryAwardFen: number | null;
            businessLivestockFen: number | null;
            businessTradeFen: number | null;
            convertedMu: number | null;
            countyCode: string;
            cultivatedMu: number | null;
            dangerousHouse: boolean | null;
            expenseSubsidyFen: number | null;
            forestMu: number | null;
            fuelNote: string | null;
            fuels: ("firewood" | "dung" | "coal" | "cleanEnergy" | "other")[] | null;
            houseBuiltYear: number | null;
            householdElectricity: boolean | null;
            /** Format: uuid */
            householdId: string;
            houseStructure: ("reinforcedConcrete" | "brickConcrete" | "brickWood" | "earth" | "other") | null;
            housingGrade: ("A" | "B" | "C" | "D") | null;
            housingRenovatedYear: number | null;
            housingSqm: number | null;
            /** Format: uuid */
            id: string;
            incomeFen: number | null;
            incomePerHeadFen: number | null;
            incomePeriod: ("octoberToSeptember" | "calendarYear" | "rolling") | null;
            inCooperative: boolean | null;
            insurancePayoutFen: number | null;
            irrigatedMu: number | null;
            leadingEntrepreneur: boolean | null;
            leadingFirm: boolean | null;
            medicalOutOfPocketFen: number | null;
            netIncomeFen: number | null;
            orchardMu: number | null;
            pastureMu: number | null;
            populationAtYearEnd: number | null;
            populationAtYearStart: number | null;
            productionElectricity: boolean | null;
            propertyDividendFen: number | null;
            propertyFen: number | null;
            propertyInterestFen: number | null;
            propertyLandFen: number | null;
            propertyOtherFen: number | null;
            roadDistanceKm: number | null;
            roadHardened: boolean | null;
            roadKind: ("earth" | "gravel" | "concrete" | "asphalt") | null;
            safeWater: boolean | null;
            sanitaryToilet: boolean | null;
            transferEcologicalFen: number | null;
            transferExtremePovertyFen: number | null;
            transferFamilyPlanningFen: number | null;
            transferFen: number | null;
            transferOtherFen: number | null;
            transferPensionFen: number | null;
            transferSubsistenceFen: number | null;
            version: number;
            villageCode: string;
            wageFen: number | null;
            wageOtherFen: number | null;
            wagePublicPostFen: number | null;
            wageWorkFen: number | null;
            waterDifficult: boolean | null;
            waterMu: number | null;
            waterSource: ("treatedTap" | "protectedWell" | "openWell" | "surface" | "rain" | "bottled" | "other") | null;
            year: number | null;
        };
        VillagePopulations: {
            region: {
                code: string;
                /** @enum {string} */
                level: "nation" | "province" | "prefecture" | "county" | "township" | "village";
                name: string;
            };
            villages: {
                code: string;
                latest: {
                    population: number;
                    source: string;
                    year: number;
                } | null;
                name: string;
            }[];
        };
        VillagePopulationsInput: {
            region: {
                code: string;
                /** @enum {string} */
                level: "nation" | "province" | "prefecture" | "county" | "township" | "village";
                name: string;
            };
            villages: {
                code: string;
                latest: {
                    population: number;
                    source: string;
                    year: number;
                } | null;
                name: string;
            }[];
        };
        WallBreakdown: {
            /** @enum {string} */
            by: "region" | "povertyStatus" | "householdType" | "kind" | "cause" | "monitoredCategory" | "risk" | "notExitedReason" | "housingGrade" | "missing";
            region: {
                code: string;
                /** @enum {string} */
                level: "nation" | "province" | "prefecture" | "county" | "township" | "village";
                name: string;
            };
            regions: {
                code: string;
                counts: {
                    exited: {
                        filters: string;
                        households: number;
                        persons: number;
                    };
                    households: {
                        filters: string;
                        households: number;
                        persons: number;
                    };
                    incomplete: {
                        filters: string;
                        households: number;
                        persons: number;
                    };
                    monitored: {
                        filters: string;
                        households: number;
                        persons: number;
                    };
                    poor: {
                        filters: string;
                        households: number;
                        persons: number;
                    };
                };
                incidence: {
                    /** @enum {string} */
                    of: "population" | "register";
                    value: number | null;
                };
                incomePerHeadFen: number | null;
                /** @enum {string} */
                level: "nation" | "province" | "prefecture" | "county" | "township" | "village";
                name: string;
                population: number | null;
            }[];
            rows: {
                filters: string;
                households: number;
                persons: number;
                value: string | null;
            }[];
        };
        WallBreakdownInput: {
            /** @enum {string} */
            by: "region" | "povertyStatus" | "householdType" | "kind" | "cause" | "monitoredCategory" | "risk" | "notExitedReason" | "housingGrade" | "missing";
            region: {
                code: string;
                /** @enum {string} */
                level: "nation" | "province" | "prefecture" | "county" | "township" | "village";
                name: string;
            };
            regions: {
                code: string;
                counts: {
                    exited: {
                        filters: string;
                        households: number;
                        persons: number;
                    };
                    households: {
                        filters: string;
                        households: number;
                        persons: number;
                    };
                    incomplete: {
                        filters: string;
                        households: number;
                        persons: number;
                    };
                    monitored: {
                        filters: string;
                        households: number;
                        persons: number;
                    };
                    poor: {
                        filters: string;
                        households: number;
                        persons: number;
                    };
                };
                incidence: {
                    /** @enum {string} */
                    of: "population" | "register";
                    value: number | null;
                };
                incomePerHeadFen: number | null;
                /** @enum {string} */
                level: "nation" | "province" | "prefecture" | "county" | "township" | "village";
                name: string;
                population: number | null;
            }[];
            rows: {
                filters: string;
                households: number;
                persons: number;
                value: string | null;
            }[];
        };
        WallMap: {
            /** @enum {string} */
            indicator: "incidence" | "poorPersons" | "exitedPersons" | "monitoredPersons" | "households" | "completeness" | "income";
            /** @enum {string} */
            kind: "schematic" | "official";
            map: {
                features: {
                    geometry: {
                        readonly coordinates: unknown[];
                        /** @enum {string} */
                        type: "Polygon" | "MultiPolygon";
                    };
                    properties: {
                        code: string;
                        readonly label: [
                            number,
                            number
                        ];
                        name: string;
                        /** @enum {string} */
                        role: "cell" | "outline";
                    };
                    /** @constant */
                    type: "Feature";
                }[];
                /** @constant */
                type: "FeatureCollection";
            };
            missing: string[];
            of: ("population" | "register" | "mixed") | null;
            region: {
                code: string;
                /** @enum {string} */
                level: "nation" | "province" | "prefecture" | "county" | "township" | "village";
                name: string;
            };
            reviewNumbers: string[];
            sources: string[];
            /** @enum {string} */
            unit: "share" | "persons" | "households" | "fen";
            values: {
                code: string;
                filters: string;
                households: number;
                name: string;
                value: number | null;
            }[];
        };
        WallMapInput: {
            /** @enum {string} */
            indicator: "incidence" | "poorPersons" | "exitedPersons" | "monitoredPersons" | "households" | "completeness" | "income";
            /** @enum {string} */
            kind: "schematic" | "official";
            map: {
                features: {
                    geometry: {
                        readonly coordinates: unknown[];
                        /** @enum {string} */
                        type: "Polygon" | "MultiPolygon";
                    };
                    properties: {
                        code: string;
                        readonly label: [
                            number,
                            number
                        ];
                        name: string;
                        /** @enum {string} */
                        role: "cell" | "outline";
                    };
                    /** @constant */
                    type: "Feature";
                }[];
                /** @constant */
                type: "FeatureCollection";
            };
            missing: string[];
            of: ("population" | "register" | "mixed") | null;
            region: {
                code: string;
                /** @enum {string} */
                level: "nation" | "province" | "prefecture" | "county" | "township" | "village";
                name: string;
            };
            reviewNumbers: string[];
            sources: string[];
            /** @enum {string} */
            unit: "share" | "persons" | "households" | "fen";
            values: {
                code: string;
                filters: string;
                households: number;
                name: string;
                value: number | null;
            }[];
        };
        WallSummary: {
            causes: {
                filters: string;
                households: number;
                persons: number;
                value: string | null;
            }[];
            changes: {
                days: {
                    counts: {
                        [key: string]: number;
                    };
                    /** Format: date */
                    day: string;
                }[];
                kinds: {
                    /** @enum {string} */
                    kind: "imported" | "added" | "corrected" | "surveyed" | "births" | "deaths" | "moves" | "restructured";
                    month: number;
                    monthFilters: string;
                    week: number;
                    weekFilters: string;
                }[];
                /** Format: date */
                since: string;
                /** Format: date */
                weekSince: string;
            };
            counts: {
                exited: {
                    filters: string;
                    households: number;
                    persons: number;
                };
                households: {
                    filters: string;
                    households: number;
                    persons: number;
                };
                incomplete: {
                    filters: string;
                    households: number;
                    persons: number;
                };
                monitored: {
                    filters: string;
                    households: number;
                    persons: number;
                };
                poor: {
                    filters: string;
                    households: number;
                    persons: number;
                };
            };
            findings: {
                filters: string;
                households: number;
                level: string;
                rule: string;
            }[];
            incidence: {
                /** @enum {string} */
                of: "population" | "register";
                value: number | null;
            };
            incomePerHeadFen: number | null;
            incomes: {
                bands: {
                    below: number | null;
                    filters: string;
                    from: number | null;
                    households: number;
                    persons: number;
                }[];
                line: {
                    below: {
                        filters: string;
                        households: number;
                        persons: number;
                    };
                    fen: number;
                    /** @enum {string} */
                    kind: "poverty" | "monitoring";
                } | null;
                unstated: {
                    filters: string;
                    households: number;
                    persons: number;
                };
                withoutSurvey: {
                    filters: string;
                    households: number;
                    persons: number;
                };
                year: number;
            } | null;
            kinds: {
                filters: string;
                households: number;
                persons: number;
                value: string | null;
            }[];
            lagSeconds: number | null;
            missing: {
                field: string;
                filters: string;
                households: number;
                records: number;
            }[];
            monitored: {
                filters: string;
                households: number;
                persons: number;
                value: string | null;
            }[];
            population: number | null;
            region: {
                code: string;
                /** @enum {string} */
                level: "nation" | "province" | "prefecture" | "county" | "township" | "village";
                name: string;
            };
            statuses: {
                filters: string;
                households: number;
                persons: number;
                value: string | null;
            }[];
        };
        WallSummaryInput: {
            causes: {
                filters: string;
                households: number;
                persons: number;
                value: string | null;
            }[];
            changes: {
                days: {
                    counts: {
                        [key: string]: number;
                    };
                    /** Format: date */
                    day: string;
                }[];
                kinds: {
                    /** @enum {string} */
                    kind: "imported" | "added" | "corrected" | "surveyed" | "births" | "deaths" | "moves" | "restructured";
                    month: number;
                    monthFilters: string;
                    week: number;
                    weekFilters: string;
                }[];
                /** Format: date */
                since: string;
                /** Format: date */
                weekSince: string;
            };
            counts: {
                exited: {
                    filters: string;
                    households: number;
                    persons: number;
                };
                households: {
                    filters: string;
                    households: number;
                    persons: number;
                };
                incomplete: {
                    filters: string;
                    households: number;
                    persons: number;
                };
                monitored: {
                    filters: string;
                    households: number;
                    persons: number;
                };
                poor: {
                    filters: string;
                    households: number;
                    persons: number;
                };
            };
            findings: {
                filters: string;
                households: number;
                level: string;
                rule: string;
            }[];
            incidence: {
                /** @enum {string} */
                of: "population" | "register";
                value: number | null;
            };
            incomePerHeadFen: number | null;
            incomes: {
                bands: {
                    below: number | null;
                    filters: string;
                    from: number | null;
                    households: number;
                    persons: number;
                }[];
                line: {
                    below: {
                        filters: string;
                        households: number;
                        persons: number;
                    };
                    fen: number;
                    /** @enum {string} */
                    kind: "poverty" | "monitoring";
                } | null;
                unstated: {
                    filters: string;
                    households: number;
                    persons: number;
                };
                withoutSurvey: {
                    filters: string;
                    households: number;
                    persons: number;
                };
                year: number;
            } | null;
            kinds: {
                filters: string;
                households: number;
                persons: number;
                value: string | null;
            }[];
            lagSeconds: number | null;
            missing: {
                field: string;
                filters: string;
                households: number;
                records: number;
            }[];
            monitored: {
                filters: string;
                households: number;
                persons: number;
                value: string | null;
            }[];
            population: number | null;
            region: {
                code: string;
                /** @enum {string} */
                level: "nation" | "province" | "prefecture" | "county" | "township" | "village";
                name: string;
            };
            statuses: {
                filters: string;
                households: number;
                persons: number;
                value: string | null;
            }[];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
