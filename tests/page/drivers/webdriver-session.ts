/** One session of the WebDriver protocol (W3C), with only the commands that the tests use. */
export class WebDriverSession {
  private readonly address: string;

  private constructor(address: string) {
    this.address = address;
  }

  static async start(server: string, capabilities: object): Promise<WebDriverSession> {
    const { sessionId } = await command<{ sessionId: string }>('POST', `${server}/session`, {
      capabilities: { alwaysMatch: capabilities },
    });
    return new WebDriverSession(`${server}/session/${sessionId}`);
  }

  get<Answer>(path: string): Promise<Answer> {
    return command('GET', this.address + path);
  }

  post<Answer>(path: string, body: object = {}): Promise<Answer> {
    return command('POST', this.address + path, body);
  }

  end(): Promise<unknown> {
    return command('DELETE', this.address);
  }
}

async function command<Answer>(method: string, address: string, body?: object): Promise<Answer> {
  const response = await fetch(address, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const { value } = (await response.json()) as { value: Answer & { message?: string } };
  if (!response.ok) throw new Error(`${method} ${address}: ${value.message ?? response.status}`);
  return value;
}
