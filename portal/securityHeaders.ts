import { secureHeaders } from 'hono/secure-headers'

const self = ["'self'"]
const none = ["'none'"]

/**
 * What a browser may do on these pages: load our own script and style sheet, ask our own addresses, send our own search
 * form. Nothing inline, nothing evaluated, nothing from elsewhere, in no frame.
 */
export const securityHeaders = () =>
  secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: none,
      scriptSrc: self,
      styleSrc: self,
      imgSrc: self,
      connectSrc: self,
      formAction: self,
      baseUri: none,
      frameAncestors: none,
    },
    crossOriginEmbedderPolicy: 'require-corp',
    referrerPolicy: 'same-origin',
    xFrameOptions: 'DENY',
    // Served over plain HTTP on loopback as well: TLS, and its promise, belong to the proxy in front.
    strictTransportSecurity: false,
    permissionsPolicy: { camera: [], geolocation: [], microphone: [], payment: [] },
  })
