import { credentialsOf as esimAccessCredentials } from "./providers/esimaccess/index.ts";
import { credentialsOf as fmsCredentials } from "./providers/fms/index.ts";

/** The variables by which an unmodified client finds a tenant of the sandbox at `url`. */
export function clientEnvironment(url: string, tenantId = "default"): Record<string, string> {
  const { accessCode, secretKey } = esimAccessCredentials(tenantId);
  return {
    ESIM_SANDBOX_URL: url,
    ESIMACCESS_BASE_URL: `${url}/api/v1/open`,
    ESIMACCESS_ACCESS_CODE: accessCode,
    ESIMACCESS_SECRET_KEY: secretKey,
    FMS_BASE_URL: `${url}/fms`, // served whatever the option contextPath says
    FMS_PARTNER_CODE: fmsCredentials(tenantId).partnerCode,
  };
}
