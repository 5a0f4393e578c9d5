// Generated from spec/scenarios/format.yaml and the documents of spec/ by `npm run generate`.
export const facts = {
  "providers": {
    "esimaccess": {
      "operations": {
        "balanceQuery": {
          "method": "POST",
          "path": "/api/v1/open/balance/query",
          "headers": [
            "RT-AccessCode"
          ],
          "partnerCode": null
        },
        "packageList": {
          "method": "POST",
          "path": "/api/v1/open/package/list",
          "headers": [
            "RT-AccessCode"
          ],
          "partnerCode": null
        },
        "locationList": {
          "method": "POST",
          "path": "/api/v1/open/location/list",
          "headers": [
            "RT-AccessCode"
          ],
          "partnerCode": null
        },
        "esimOrder": {
          "method": "POST",
          "path": "/api/v1/open/esim/order",
          "headers": [
            "RT-AccessCode"
          ],
          "partnerCode": null
        },
        "esimQuery": {
          "method": "POST",
          "path": "/api/v1/open/esim/query",
          "headers": [
            "RT-AccessCode"
          ],
          "partnerCode": null
        },
        "esimCancel": {
          "method": "POST",
          "path": "/api/v1/open/esim/cancel",
          "headers": [
            "RT-AccessCode"
          ],
          "partnerCode": null
        },
        "esimSuspend": {
          "method": "POST",
          "path": "/api/v1/open/esim/suspend",
          "headers": [
            "RT-AccessCode"
          ],
          "partnerCode": null
        },
        "esimUnsuspend": {
          "method": "POST",
          "path": "/api/v1/open/esim/unsuspend",
          "headers": [
            "RT-AccessCode"
          ],
          "partnerCode": null
        },
        "esimRevoke": {
          "method": "POST",
          "path": "/api/v1/open/esim/revoke",
          "headers": [
            "RT-AccessCode"
          ],
          "partnerCode": null
        },
        "esimTopup": {
          "method": "POST",
          "path": "/api/v1/open/esim/topup",
          "headers": [
            "RT-AccessCode"
          ],
          "partnerCode": null
        },
        "esimSendSms": {
          "method": "POST",
          "path": "/api/v1/open/esim/sendSms",
          "headers": [
            "RT-AccessCode"
          ],
          "partnerCode": null
        },
        "esimUsageQuery": {
          "method": "POST",
          "path": "/api/v1/open/esim/usage/query",
          "headers": [
            "RT-AccessCode"
          ],
          "partnerCode": null
        },
        "webhookSave": {
          "method": "POST",
          "path": "/api/v1/open/webhook/save",
          "headers": [
            "RT-AccessCode"
          ],
          "partnerCode": null
        },
        "webhookQuery": {
          "method": "POST",
          "path": "/api/v1/open/webhook/query",
          "headers": [
            "RT-AccessCode"
          ],
          "partnerCode": null
        },
        "esimRealtimeBalanceQuery": {
          "method": "POST",
          "path": "/api/v1/open/esim/realtimeBalance/query",
          "headers": [
            "RT-AccessCode"
          ],
          "partnerCode": null
        }
      },
      "codes": [
        "000001",
        "000101",
        "000102",
        "000103",
        "000104",
        "000105",
        "000106",
        "000107",
        "101001",
        "101002",
        "101003",
        "101013",
        "200002",
        "200005",
        "200006",
        "200007",
        "200008",
        "200009",
        "200010",
        "200011",
        "200042",
        "310201",
        "310211",
        "310221",
        "310231",
        "310241",
        "310242",
        "310243",
        "310251",
        "310272",
        "310402",
        "310403",
        "310409",
        "400001",
        "401001",
        "404",
        "900001"
      ],
      "notifications": [
        "CHECK_HEALTH",
        "ORDER_STATUS",
        "ESIM_STATUS",
        "SMDP_EVENT",
        "DATA_USAGE",
        "VALIDITY_USAGE"
      ],
      "outcome": {
        "code": "errorCode",
        "successAt": "success",
        "successIs": true
      },
      "delivery": {
        "type": "notifyType",
        "id": "notifyId"
      },
      "credentials": {
        "RT-AccessCode": "accessCode"
      }
    },
    "fms": {
      "operations": {
        "emailVerificationCode": {
          "method": "POST",
          "path": "/user/emailVerificationCode",
          "headers": [],
          "partnerCode": "body"
        },
        "emailRegister": {
          "method": "POST",
          "path": "/user/emailRegister",
          "headers": [],
          "partnerCode": "body"
        },
        "emailLogin": {
          "method": "POST",
          "path": "/user/emailLogin",
          "headers": [],
          "partnerCode": "body"
        },
        "login": {
          "method": "POST",
          "path": "/user/login",
          "headers": [],
          "partnerCode": "body"
        },
        "passwordReset": {
          "method": "POST",
          "path": "/user/passwordReset",
          "headers": [],
          "partnerCode": "body"
        },
        "countryPackageList": {
          "method": "POST",
          "path": "/package/countryPackageList",
          "headers": [],
          "partnerCode": "body"
        },
        "packageList": {
          "method": "POST",
          "path": "/package/packageList",
          "headers": [],
          "partnerCode": "body"
        },
        "packageListV11": {
          "method": "POST",
          "path": "/v1.1/package/packageList",
          "headers": [],
          "partnerCode": "body"
        },
        "packageDetail": {
          "method": "GET",
          "path": "/package/detail",
          "headers": [],
          "partnerCode": null
        },
        "packageDetailV11": {
          "method": "GET",
          "path": "/v1.1/package/detail",
          "headers": [],
          "partnerCode": null
        },
        "preOrderPackage": {
          "method": "POST",
          "path": "/package/preOrderPackage",
          "headers": [
            "x-access-token"
          ],
          "partnerCode": "body"
        },
        "preOrderPackageV11": {
          "method": "POST",
          "path": "/v1.1/package/preOrderPackage",
          "headers": [
            "x-access-token"
          ],
          "partnerCode": "body"
        },
        "queryOrdStatusAndEmail": {
          "method": "POST",
          "path": "/package/queryOrdStatusAndEmail",
          "headers": [
            "x-access-token"
          ],
          "partnerCode": null
        },
        "myEsimDetail": {
          "method": "POST",
          "path": "/order/myEsimDetail",
          "headers": [
            "x-access-token"
          ],
          "partnerCode": null
        },
        "myEsimDetailV11": {
          "method": "POST",
          "path": "/v1.1/order/myEsimDetail",
          "headers": [
            "x-access-token"
          ],
          "partnerCode": null
        },
        "paymentWebhook": {
          "method": "POST",
          "path": "/payment/webhook",
          "headers": [],
          "partnerCode": "body"
        },
        "paymentWebhookV11": {
          "method": "POST",
          "path": "/v1.1/payment/webhook",
          "headers": [],
          "partnerCode": "body"
        },
        "queryCountry": {
          "method": "POST",
          "path": "/package/queryCountry",
          "headers": [],
          "partnerCode": "body"
        },
        "selectContinentsCode": {
          "method": "POST",
          "path": "/package/selectContinentsCode",
          "headers": [],
          "partnerCode": "body"
        },
        "selectPackageByContinents": {
          "method": "POST",
          "path": "/package/selectPackageByContinents",
          "headers": [],
          "partnerCode": "body"
        },
        "selectHotPackage": {
          "method": "POST",
          "path": "/package/selectHotPackage",
          "headers": [],
          "partnerCode": "body"
        },
        "selectTopUpList": {
          "method": "POST",
          "path": "/package/selectTopUpList",
          "headers": [
            "x-access-token"
          ],
          "partnerCode": "body"
        },
        "topUpOrder": {
          "method": "POST",
          "path": "/package/topUpOrder",
          "headers": [
            "x-access-token"
          ],
          "partnerCode": "body"
        }
      },
      "codes": [
        "2",
        "7",
        "1102",
        "3004",
        "3005",
        "6006",
        "9999",
        "10008",
        "10009"
      ],
      "notifications": [],
      "outcome": {
        "code": "code",
        "successAt": "code",
        "successIs": 0
      },
      "delivery": null,
      "credentials": {}
    }
  },
  "control": {
    "operations": {
      "getHealth": {
        "method": "GET",
        "path": "health",
        "params": []
      },
      "getReady": {
        "method": "GET",
        "path": "ready",
        "params": []
      },
      "listTenants": {
        "method": "GET",
        "path": "tenants",
        "params": [
          "offset",
          "limit"
        ]
      },
      "getTenant": {
        "method": "GET",
        "path": "tenants/{id}",
        "params": [
          "id"
        ]
      },
      "removeTenant": {
        "method": "DELETE",
        "path": "tenants/{id}",
        "params": [
          "id"
        ]
      },
      "putTenant": {
        "method": "PUT",
        "path": "tenants/{id}",
        "params": [
          "id"
        ]
      },
      "forkTenant": {
        "method": "POST",
        "path": "tenants/{id}/fork",
        "params": [
          "id"
        ]
      },
      "resetTenant": {
        "method": "POST",
        "path": "reset",
        "params": []
      },
      "listSnapshots": {
        "method": "GET",
        "path": "snapshots",
        "params": []
      },
      "exportSnapshot": {
        "method": "GET",
        "path": "snapshots/{name}",
        "params": [
          "name"
        ]
      },
      "saveSnapshot": {
        "method": "PUT",
        "path": "snapshots/{name}",
        "params": [
          "name"
        ]
      },
      "removeSnapshot": {
        "method": "DELETE",
        "path": "snapshots/{name}",
        "params": [
          "name"
        ]
      },
      "loadSnapshot": {
        "method": "POST",
        "path": "snapshots/{name}/load",
        "params": [
          "name"
        ]
      },
      "importSnapshot": {
        "method": "POST",
        "path": "snapshots/{name}/import",
        "params": [
          "name"
        ]
      },
      "diffSnapshots": {
        "method": "GET",
        "path": "snapshots/{name}/diff",
        "params": [
          "name",
          "to",
          "offset",
          "limit"
        ]
      },
      "getAccount": {
        "method": "GET",
        "path": "account",
        "params": []
      },
      "changeAccount": {
        "method": "PATCH",
        "path": "account",
        "params": []
      },
      "listPackages": {
        "method": "GET",
        "path": "packages",
        "params": [
          "provider",
          "code",
          "offset",
          "limit"
        ]
      },
      "changePackage": {
        "method": "PATCH",
        "path": "packages/{provider}/{code}",
        "params": [
          "provider",
          "code"
        ]
      },
      "listOptions": {
        "method": "GET",
        "path": "options",
        "params": []
      },
      "changeOptions": {
        "method": "PATCH",
        "path": "options",
        "params": []
      },
      "getClock": {
        "method": "GET",
        "path": "clock",
        "params": []
      },
      "advanceClock": {
        "method": "POST",
        "path": "clock/advance",
        "params": []
      },
      "setClock": {
        "method": "POST",
        "path": "clock/set",
        "params": []
      },
      "getAutoAdvance": {
        "method": "GET",
        "path": "clock/auto-advance",
        "params": []
      },
      "setAutoAdvance": {
        "method": "POST",
        "path": "clock/auto-advance",
        "params": []
      },
      "freezeClock": {
        "method": "POST",
        "path": "clock/freeze",
        "params": []
      },
      "resumeClock": {
        "method": "POST",
        "path": "clock/resume",
        "params": []
      },
      "advanceToNext": {
        "method": "POST",
        "path": "clock/next",
        "params": []
      },
      "runUntilIdle": {
        "method": "POST",
        "path": "clock/run-until-idle",
        "params": []
      },
      "listOrders": {
        "method": "GET",
        "path": "orders",
        "params": [
          "provider",
          "number",
          "state",
          "offset",
          "limit"
        ]
      },
      "listEsims": {
        "method": "GET",
        "path": "esims",
        "params": [
          "provider",
          "order",
          "status",
          "profile",
          "offset",
          "limit"
        ]
      },
      "getEsim": {
        "method": "GET",
        "path": "esims/{id}",
        "params": [
          "id"
        ]
      },
      "downloadEsim": {
        "method": "POST",
        "path": "esims/{id}/download",
        "params": [
          "id"
        ]
      },
      "installEsim": {
        "method": "POST",
        "path": "esims/{id}/install",
        "params": [
          "id"
        ]
      },
      "enableEsim": {
        "method": "POST",
        "path": "esims/{id}/enable",
        "params": [
          "id"
        ]
      },
      "disableEsim": {
        "method": "POST",
        "path": "esims/{id}/disable",
        "params": [
          "id"
        ]
      },
      "deleteEsim": {
        "method": "POST",
        "path": "esims/{id}/delete",
        "params": [
          "id"
        ]
      },
      "attachEsim": {
        "method": "POST",
        "path": "esims/{id}/attach",
        "params": [
          "id"
        ]
      },
      "reinstallEsim": {
        "method": "POST",
        "path": "esims/{id}/reinstall",
        "params": [
          "id"
        ]
      },
      "useData": {
        "method": "POST",
        "path": "esims/{id}/usage",
        "params": [
          "id"
        ]
      },
      "listMails": {
        "method": "GET",
        "path": "mails",
        "params": [
          "provider",
          "to",
          "since",
          "limit"
        ]
      },
      "listDeliveries": {
        "method": "GET",
        "path": "deliveries",
        "params": [
          "provider",
          "type",
          "state",
          "about",
          "since",
          "limit"
        ]
      },
      "getWebhookDesk": {
        "method": "GET",
        "path": "webhooks",
        "params": []
      },
      "listWebhookRules": {
        "method": "GET",
        "path": "webhooks/rules",
        "params": []
      },
      "addWebhookRule": {
        "method": "POST",
        "path": "webhooks/rules",
        "params": []
      },
      "clearWebhookRules": {
        "method": "DELETE",
        "path": "webhooks/rules",
        "params": []
      },
      "getWebhookRule": {
        "method": "GET",
        "path": "webhooks/rules/{ruleId}",
        "params": [
          "ruleId"
        ]
      },
      "putWebhookRule": {
        "method": "PUT",
        "path": "webhooks/rules/{ruleId}",
        "params": [
          "ruleId"
        ]
      },
      "removeWebhookRule": {
        "method": "DELETE",
        "path": "webhooks/rules/{ruleId}",
        "params": [
          "ruleId"
        ]
      },
      "holdWebhooks": {
        "method": "PUT",
        "path": "webhooks/hold",
        "params": []
      },
      "endWebhookHold": {
        "method": "DELETE",
        "path": "webhooks/hold",
        "params": []
      },
      "setRetryPlan": {
        "method": "PUT",
        "path": "webhooks/plan",
        "params": []
      },
      "removeRetryPlan": {
        "method": "DELETE",
        "path": "webhooks/plan",
        "params": []
      },
      "changeWebhookEndpoint": {
        "method": "PATCH",
        "path": "webhooks/endpoints",
        "params": []
      },
      "listInbox": {
        "method": "GET",
        "path": "webhooks/inbox",
        "params": []
      },
      "orderInbox": {
        "method": "PUT",
        "path": "webhooks/inbox/order",
        "params": []
      },
      "releaseInbox": {
        "method": "POST",
        "path": "webhooks/release",
        "params": []
      },
      "getDelivery": {
        "method": "GET",
        "path": "deliveries/{id}",
        "params": [
          "id"
        ]
      },
      "editDelivery": {
        "method": "PATCH",
        "path": "deliveries/{id}",
        "params": [
          "id"
        ]
      },
      "releaseDelivery": {
        "method": "POST",
        "path": "deliveries/{id}/release",
        "params": [
          "id"
        ]
      },
      "dropDelivery": {
        "method": "POST",
        "path": "deliveries/{id}/drop",
        "params": [
          "id"
        ]
      },
      "resendDelivery": {
        "method": "POST",
        "path": "deliveries/{id}/resend",
        "params": [
          "id"
        ]
      },
      "listEvents": {
        "method": "GET",
        "path": "trigger",
        "params": []
      },
      "triggerEvent": {
        "method": "POST",
        "path": "trigger",
        "params": []
      },
      "emitEvent": {
        "method": "POST",
        "path": "emit",
        "params": []
      },
      "listJournal": {
        "method": "GET",
        "path": "journal",
        "params": [
          "kind",
          "provider",
          "operationId",
          "code",
          "status",
          "requestId",
          "type",
          "about",
          "since",
          "limit"
        ]
      },
      "queryJournal": {
        "method": "POST",
        "path": "journal/query",
        "params": []
      },
      "waitForEntry": {
        "method": "POST",
        "path": "journal/wait",
        "params": []
      },
      "exportJournal": {
        "method": "GET",
        "path": "journal/export",
        "params": [
          "format",
          "hideActivationCodes",
          "since"
        ]
      },
      "getTrace": {
        "method": "GET",
        "path": "journal/{requestId}/trace",
        "params": [
          "requestId"
        ]
      },
      "verifyJournal": {
        "method": "POST",
        "path": "verify",
        "params": []
      },
      "listFaults": {
        "method": "GET",
        "path": "faults",
        "params": [
          "unfired"
        ]
      },
      "addFault": {
        "method": "POST",
        "path": "faults",
        "params": []
      },
      "clearFaults": {
        "method": "DELETE",
        "path": "faults",
        "params": []
      },
      "getFault": {
        "method": "GET",
        "path": "faults/{faultId}",
        "params": [
          "faultId"
        ]
      },
      "putFault": {
        "method": "PUT",
        "path": "faults/{faultId}",
        "params": [
          "faultId"
        ]
      },
      "removeFault": {
        "method": "DELETE",
        "path": "faults/{faultId}",
        "params": [
          "faultId"
        ]
      }
    },
    "codes": [
      "forbidden-host",
      "forbidden-origin",
      "unauthorized",
      "unknown-path",
      "wrong-method",
      "unknown-tenant",
      "too-many-tenants",
      "unknown-snapshot",
      "snapshot-misfit",
      "snapshot-newer",
      "too-many-snapshots",
      "snapshot-too-large",
      "tenant-exists",
      "default-tenant",
      "unknown-world",
      "impossible-world",
      "not-ready",
      "malformed-body",
      "body-too-large",
      "not-json",
      "invalid-request",
      "wrong-duration",
      "wrong-instant",
      "unknown-provider",
      "unknown-operation",
      "unknown-provider-code",
      "incomplete-fault",
      "impossible-fault",
      "too-many-faults",
      "unknown-fault",
      "too-many-webhook-rules",
      "unknown-webhook-rule",
      "unknown-delivery",
      "impossible-delivery-step",
      "unknown-webhook-address",
      "unknown-event",
      "unknown-subject",
      "no-webhook-address",
      "impossible-event",
      "unknown-option",
      "wrong-option-value",
      "unknown-account",
      "unknown-package",
      "unknown-esim",
      "impossible-device-event",
      "profile-on-other-device",
      "esim-not-connected",
      "wrong-query",
      "too-many-waits",
      "entry-missing",
      "unknown-trace",
      "clock-busy",
      "clock-beyond-range",
      "instant-passed",
      "store-unavailable",
      "internal-error"
    ]
  }
} as const;
