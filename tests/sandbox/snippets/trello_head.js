(parameters, libraries, request) => request.method === 'HEAD' ? { status: 200 } : { status: 202, body: `got ${request.body.action.type}` }
