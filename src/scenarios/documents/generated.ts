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
        "path": "health"
      },
      "getReady": {
        "method": "GET",
        "path": "ready"
      },
      "listTenants": {
        "method": "GET",
        "path": "tenants"
      },
      "putTenant": {
        "method": "PUT",
        "path": "tenants/{id}"
      },
      "resetTenant": {
        "method": "POST",
        "path": "reset"
      },
      "getAccount": {
        "method": "GET",
        "path": "account"
      },
      "changeAccount": {
        "method": "PATCH",
        "path": "account"
      },
      "listPackages": {
        "method": "GET",
        "path": "packages"
      },
      "changePackage": {
        "method": "PATCH",
        "path": "packages/{provider}/{code}"
      },
      "listOptions": {
        "method": "GET",
        "path": "options"
      },
      "changeOptions": {
        "method": "PATCH",
        "path": "options"
      },
      "getClock": {
        "method": "GET",
        "path": "clock"
      },
      "advanceClock": {
        "method": "POST",
        "path": "clock/advance"
      },
      "freezeClock": {
        "method": "POST",
        "path": "clock/freeze"
      },
      "resumeClock": {
        "method": "POST",
        "path": "clock/resume"
      },
      "advanceToNext": {
        "method": "POST",
        "path": "clock/next"
      },
      "runUntilIdle": {
        "method": "POST",
        "path": "clock/run-until-idle"
      },
      "listOrders": {
        "method": "GET",
        "path": "orders"
      },
      "listEsims": {
        "method": "GET",
        "path": "esims"
      },
      "getEsim": {
        "method": "GET",
        "path": "esims/{id}"
      },
      "downloadEsim": {
        "method": "POST",
        "path": "esims/{id}/download"
      },
      "installEsim": {
        "method": "POST",
        "path": "esims/{id}/install"
      },
      "enableEsim": {
        "method": "POST",
        "path": "esims/{id}/enable"
      },
      "disableEsim": {
        "method": "POST",
        "path": "esims/{id}/disable"
      },
      "deleteEsim": {
        "method": "POST",
        "path": "esims/{id}/delete"
      },
      "attachEsim": {
        "method": "POST",
        "path": "esims/{id}/attach"
      },
      "reinstallEsim": {
        "method": "POST",
        "path": "esims/{id}/reinstall"
      },
      "useData": {
        "method": "POST",
        "path": "esims/{id}/usage"
      },
      "listMails": {
        "method": "GET",
        "path": "mails"
      },
      "listDeliveries": {
        "method": "GET",
        "path": "deliveries"
      },
      "listJournal": {
        "method": "GET",
        "path": "journal"
      },
      "listFaults": {
        "method": "GET",
        "path": "faults"
      },
      "addFault": {
        "method": "POST",
        "path": "faults"
      },
      "clearFaults": {
        "method": "DELETE",
        "path": "faults"
      },
      "removeFault": {
        "method": "DELETE",
        "path": "faults/{faultId}"
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
      "not-ready",
      "malformed-body",
      "body-too-large",
      "not-json",
      "invalid-request",
      "wrong-duration",
      "unknown-provider",
      "unknown-operation",
      "unknown-provider-code",
      "incomplete-fault",
      "too-many-faults",
      "unknown-fault",
      "unknown-option",
      "wrong-option-value",
      "unknown-account",
      "unknown-package",
      "unknown-esim",
      "impossible-device-event",
      "profile-on-other-device",
      "esim-not-connected",
      "clock-busy",
      "clock-beyond-range",
      "store-unavailable",
      "internal-error"
    ]
  }
} as const;
