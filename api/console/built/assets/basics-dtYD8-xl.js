var e,t,n,r,i,a,o,s,c,l,u,d,f,p,m,h,g={},_=[],v=/acit|ex(?:s|g|n|p|$)|rph|grid|ows|mnc|ntw|ine[ch]|zoo|^ord|itera/i,y=Array.isArray;function b(e,t){for(var n in t)e[n]=t[n];return e}function ee(e){e&&e.parentNode&&e.parentNode.removeChild(e)}function x(t,n,r){var i,a,o,s={};for(o in n)o==`key`?i=n[o]:o==`ref`?a=n[o]:s[o]=n[o];if(arguments.length>2&&(s.children=arguments.length>3?e.call(arguments,2):r),typeof t==`function`&&t.defaultProps!=null)for(o in t.defaultProps)s[o]===void 0&&(s[o]=t.defaultProps[o]);return S(t,s,i,a,null)}function S(e,r,i,a,o){var s={type:e,props:r,key:i,ref:a,__k:null,__:null,__b:0,__e:null,__c:null,constructor:void 0,__v:o??++n,__i:-1,__u:0};return o==null&&t.vnode!=null&&t.vnode(s),s}function C(e){return e.children}function te(e,t){this.props=e,this.context=t}function w(e,t){if(t==null)return e.__?w(e.__,e.__i+1):null;for(var n;t<e.__k.length;t++)if((n=e.__k[t])!=null&&n.__e!=null)return n.__e;return typeof e.type==`function`?w(e):null}function T(e){if(e.__P&&e.__d){var n=e.__v,r=n.__e,i=[],a=[],o=b({},n);o.__v=n.__v+1,t.vnode&&t.vnode(o),le(e.__P,o,n,e.__n,e.__P.namespaceURI,32&n.__u?[r]:null,i,r??w(n),!!(32&n.__u),a),o.__v=n.__v,o.__.__k[o.__i]=o,de(i,o,a),n.__e=n.__=null,o.__e!=r&&E(o)}}function E(e){if((e=e.__)!=null&&e.__c!=null)return e.__e=e.__c.base=null,e.__k.some(function(t){if(t!=null&&t.__e!=null)return e.__e=e.__c.base=t.__e}),E(e)}function D(e){(!e.__d&&(e.__d=!0)&&i.push(e)&&!O.__r++||a!=t.debounceRendering)&&((a=t.debounceRendering)||o)(O)}function O(){try{for(var e,t=1;i.length;)i.length>t&&i.sort(s),e=i.shift(),t=i.length,T(e)}finally{i.length=O.__r=0}}function ne(e,t,n,r,i,a,o,s,c,l,u){var d,f,p,m,h,v,y=r&&r.__k||_,b=t.length;for(c=re(n,t,y,c,b),d=0;d<b;d++)(p=n.__k[d])!=null&&(f=p.__i!=-1&&y[p.__i]||g,p.__i=d,v=le(e,p,f,i,a,o,s,c,l,u),m=p.__e,p.ref&&f.ref!=p.ref&&(f.ref&&me(f.ref,null,p),u.push(p.ref,p.__c||m,p)),h==null&&m!=null&&(h=m),4&p.__u?(c=ie(p,c,e),f.__e&&(f.__e=null)):typeof p.type==`function`&&v!==void 0?c=v:m&&(c=m.nextSibling),p.__u&=-7);return n.__e=h,c}function re(e,t,n,r,i){var a,o,s,c,l,u=n.length,d=u,f=0;for(e.__k=Array(i),a=0;a<i;a++)(o=t[a])!=null&&typeof o!=`boolean`&&typeof o!=`function`?(typeof o==`string`||typeof o==`number`||typeof o==`bigint`||o.constructor==String?o=e.__k[a]=S(null,o,null,null,null):y(o)?o=e.__k[a]=S(C,{children:o},null,null,null):o.constructor===void 0&&o.__b>0?o=e.__k[a]=S(o.type,o.props,o.key,o.ref?o.ref:null,o.__v):e.__k[a]=o,c=a+f,o.__=e,o.__b=e.__b+1,s=null,(l=o.__i=k(o,n,c,d))!=-1&&(d--,(s=n[l])&&(s.__u|=2)),s==null||s.__v==null?(l==-1&&(i>u?f--:i<u&&f++),typeof o.type!=`function`&&(o.__u|=4)):l!=c&&(l==c-1?f--:l==c+1?f++:(l>c?f--:f++,o.__u|=4))):e.__k[a]=null;if(d)for(a=0;a<u;a++)(s=n[a])!=null&&!(2&s.__u)&&(s.__e==r&&(r=w(s)),he(s,s));return r}function ie(e,t,n){var r,i;if(typeof e.type==`function`){for(r=e.__k,i=0;r&&i<r.length;i++)r[i]&&(r[i].__=e,t=ie(r[i],t,n));return t}e.__e!=t&&(t&&e.type&&!t.parentNode&&(t=w(e)),t=n.insertBefore(e.__e,t||null));do t&&=t.nextSibling;while(t!=null&&t.nodeType==8);return t}function ae(e,t){return t||=[],e==null||typeof e==`boolean`||(y(e)?e.some(function(e){ae(e,t)}):t.push(e)),t}function k(e,t,n,r){var i,a,o,s=e.key,c=e.type,l=t[n],u=l!=null&&!(2&l.__u);if(l===null&&s==null||u&&s==l.key&&c==l.type)return n;if(r>+!!u){for(i=n-1,a=n+1;i>=0||a<t.length;)if((l=t[o=i>=0?i--:a++])!=null&&!(2&l.__u)&&s==l.key&&c==l.type)return o}return-1}function oe(e,t,n){t[0]==`-`?e.setProperty(t,n??``):e[t]=n==null?``:typeof n!=`number`||v.test(t)?n:n+`px`}function se(e,t,n,r,i){var a,o;n:if(t==`style`){if(typeof n==`string`)e.style.cssText=n;else{if(typeof r==`string`&&(e.style.cssText=r=``),r)for(t in r)n&&t in n||oe(e.style,t,``);if(n)for(t in n)r&&n[t]==r[t]||oe(e.style,t,n[t])}}else if(t[0]==`o`&&t[1]==`n`)a=t!=(t=t.replace(d,`$1`)),o=t.toLowerCase(),t=o in e||t==`onFocusOut`||t==`onFocusIn`?o.slice(2):t.slice(2),e.l||={},e.l[t+a]=n,n?r?n[u]=r[u]:(n[u]=f,e.addEventListener(t,a?m:p,a)):e.removeEventListener(t,a?m:p,a);else{if(i==`http://www.w3.org/2000/svg`)t=t.replace(/xlink(H|:h)/,`h`).replace(/sName$/,`s`);else if(t!=`width`&&t!=`height`&&t!=`href`&&t!=`list`&&t!=`form`&&t!=`tabIndex`&&t!=`download`&&t!=`rowSpan`&&t!=`colSpan`&&t!=`role`&&t!=`popover`&&t in e)try{e[t]=n??``;break n}catch{}typeof n==`function`||(n==null||!1===n&&t[4]!=`-`?e.removeAttribute(t):e.setAttribute(t,t==`popover`&&n==1?``:n))}}function ce(e){return function(n){if(this.l){var r=this.l[n.type+e];if(n[l]==null)n[l]=f++;else if(n[l]<r[u])return;return r(t.event?t.event(n):n)}}}function le(e,n,r,i,a,o,s,c,l,u){var d,f,p,m,h,g,v,x,S,T,E,D,O,re,ie,ae,k=n.type;if(n.constructor!==void 0)return null;128&r.__u&&(l=!!(32&r.__u),o=[c=n.__e=r.__e]),(d=t.__b)&&d(n);n:if(typeof k==`function`){f=s.length;try{if(S=n.props,T=k.prototype&&k.prototype.render,E=(d=k.contextType)&&i[d.__c],D=d?E?E.props.value:d.__:i,r.__c?x=(p=n.__c=r.__c).__=p.__E:(T?n.__c=p=new k(S,D):(n.__c=p=new te(S,D),p.constructor=k,p.render=ge),E&&E.sub(p),p.state||(p.state={}),p.__n=i,m=p.__d=!0,p.__h=[],p._sb=[]),T&&p.__s==null&&(p.__s=p.state),T&&k.getDerivedStateFromProps!=null&&(p.__s==p.state&&(p.__s=b({},p.__s)),b(p.__s,k.getDerivedStateFromProps(S,p.__s))),h=p.props,g=p.state,p.__v=n,m)T&&k.getDerivedStateFromProps==null&&p.componentWillMount!=null&&p.componentWillMount(),T&&p.componentDidMount!=null&&p.__h.push(p.componentDidMount);else{if(T&&k.getDerivedStateFromProps==null&&S!==h&&p.componentWillReceiveProps!=null&&p.componentWillReceiveProps(S,D),n.__v==r.__v||!p.__e&&p.shouldComponentUpdate!=null&&!1===p.shouldComponentUpdate(S,p.__s,D)){n.__v!=r.__v&&(p.props=S,p.state=p.__s,p.__d=!1),n.__e=r.__e,n.__k=r.__k,n.__k.some(function(e){e&&(e.__=n)}),_.push.apply(p.__h,p._sb),p._sb=[],p.__h.length&&s.push(p),c=w(r);break n}p.componentWillUpdate!=null&&p.componentWillUpdate(S,p.__s,D),T&&p.componentDidUpdate!=null&&p.__h.push(function(){p.componentDidUpdate(h,g,v)})}if(p.context=D,p.props=S,p.__P=e,p.__e=!1,O=t.__r,re=0,T)p.state=p.__s,p.__d=!1,O&&O(n),d=p.render(p.props,p.state,p.context),_.push.apply(p.__h,p._sb),p._sb=[];else do p.__d=!1,O&&O(n),d=p.render(p.props,p.state,p.context),p.state=p.__s;while(p.__d&&++re<25);p.state=p.__s,p.getChildContext!=null&&(i=b(b({},i),p.getChildContext())),T&&!m&&p.getSnapshotBeforeUpdate!=null&&(v=p.getSnapshotBeforeUpdate(h,g)),ie=d!=null&&d.type===C&&d.key==null?fe(d.props.children):d,c=ne(e,y(ie)?ie:[ie],n,r,i,a,o,s,c,l,u),p.base=n.__e,n.__u&=-161,p.__h.length&&s.push(p),x&&(p.__E=p.__=null)}catch(e){if(s.length=f,n.__v=null,l||o!=null){if(e.then){for(n.__u|=l?160:128;c&&c.nodeType==8&&c.nextSibling;)c=c.nextSibling;o!=null&&(o[o.indexOf(c)]=null),n.__e=c}else if(o!=null)for(ae=o.length;ae--;)ee(o[ae])}else n.__e=r.__e;n.__k??=r.__k||[],e.then||ue(n),t.__e(e,n,r)}}else o==null&&n.__v==r.__v?(n.__k=r.__k,n.__e=r.__e):c=n.__e=pe(r.__e,n,r,i,a,o,s,l,u);return(d=t.diffed)&&d(n),128&n.__u?void 0:c}function ue(e){e&&(e.__c&&(e.__c.__e=!0),e.__k&&e.__k.some(ue))}function de(e,n,r){for(var i=0;i<r.length;i++)me(r[i],r[++i],r[++i]);t.__c&&t.__c(n,e),e.some(function(n){try{e=n.__h,n.__h=[],e.some(function(e){e.call(n)})}catch(e){t.__e(e,n.__v)}})}function fe(e){return typeof e!=`object`||!e||e.__b>0?e:y(e)?e.map(fe):e.constructor===void 0?b({},e):null}function pe(n,r,i,a,o,s,c,l,u){var d,f,p,m,h,_,v,b=i.props||g,x=r.props,S=r.type;if(S==`svg`?o=`http://www.w3.org/2000/svg`:S==`math`?o=`http://www.w3.org/1998/Math/MathML`:o||=`http://www.w3.org/1999/xhtml`,s!=null){for(d=0;d<s.length;d++)if((h=s[d])&&`setAttribute`in h==!!S&&(S?h.localName==S:h.nodeType==3)){n=h,s[d]=null;break}}if(n==null){if(S==null)return document.createTextNode(x);n=document.createElementNS(o,S,x.is&&x),l&&=(t.__m&&t.__m(r,s),!1),s=null}if(S==null)b===x||l&&n.data==x||(n.data=x);else{if(s=S==`textarea`&&x.defaultValue!=null?null:s&&e.call(n.childNodes),!l&&s!=null)for(b={},d=0;d<n.attributes.length;d++)b[(h=n.attributes[d]).name]=h.value;for(d in b)h=b[d],d==`dangerouslySetInnerHTML`?p=h:d==`children`||d in x||d==`value`&&`defaultValue`in x||d==`checked`&&`defaultChecked`in x||se(n,d,null,h,o);for(d in x)h=x[d],d==`children`?m=h:d==`dangerouslySetInnerHTML`?f=h:d==`value`?_=h:d==`checked`?v=h:l&&typeof h!=`function`||b[d]===h||se(n,d,h,b[d],o);if(f)l||p&&(f.__html==p.__html||f.__html==n.innerHTML)||(n.innerHTML=f.__html),r.__k=[];else if(p&&(n.innerHTML=``),ne(r.type==`template`?n.content:n,y(m)?m:[m],r,i,a,S==`foreignObject`?`http://www.w3.org/1999/xhtml`:o,s,c,s?s[0]:i.__k&&w(i,0),l,u),s!=null)for(d=s.length;d--;)ee(s[d]);l&&S!=`textarea`||(d=`value`,S==`progress`&&_==null?n.removeAttribute(`value`):_!=null&&(_!==n[d]||S==`progress`&&!_||S==`option`&&_!=b[d])&&se(n,d,_,b[d],o),d=`checked`,v!=null&&v!=n[d]&&se(n,d,v,b[d],o))}return n}function me(e,n,r){try{if(typeof e==`function`){var i=typeof e.__u==`function`;i&&e.__u(),i&&n==null||(e.__u=e(n))}else e.current=n}catch(e){t.__e(e,r)}}function he(e,n,r){var i,a;if(t.unmount&&t.unmount(e),(i=e.ref)&&(i.current&&i.current!=e.__e||me(i,null,n)),(i=e.__c)!=null){if(i.componentWillUnmount)try{i.componentWillUnmount()}catch(e){t.__e(e,n)}i.base=i.__P=i.__n=null}if(i=e.__k)for(a=0;a<i.length;a++)i[a]&&he(i[a],n,r||typeof e.type!=`function`);r||ee(e.__e),e.__c=e.__=e.__e=void 0}function ge(e,t,n){return this.constructor(e,n)}function _e(n,r,i){var a,o,s,c;r==document&&(r=document.documentElement),t.__&&t.__(n,r),o=(a=typeof i==`function`)?null:i&&i.__k||r.__k,s=[],c=[],le(r,n=(!a&&i||r).__k=x(C,null,[n]),o||g,g,r.namespaceURI,!a&&i?[i]:o?null:r.firstChild?e.call(r.childNodes):null,s,!a&&i?i:o?o.__e:r.firstChild,a,c),de(s,n,c),n.props.children=null}function ve(t,n,r){var i,a,o,s,c=b({},t.props);for(o in t.type&&t.type.defaultProps&&(s=t.type.defaultProps),n)o==`key`?i=n[o]:o==`ref`?a=n[o]:c[o]=n[o]===void 0&&s!=null?s[o]:n[o];return arguments.length>2&&(c.children=arguments.length>3?e.call(arguments,2):r),S(t.type,c,i||t.key,a||t.ref,null)}function ye(e){function t(e){var n,r;return this.getChildContext||(n=new Set,(r={})[t.__c]=this,this.getChildContext=function(){return r},this.componentWillUnmount=function(){n=null},this.shouldComponentUpdate=function(e){this.props.value!=e.value&&n.forEach(function(e){e.__e=!0,D(e)})},this.sub=function(e){n.add(e);var t=e.componentWillUnmount;e.componentWillUnmount=function(){n&&n.delete(e),t&&t.call(e)}}),e.children}return t.__c=`__cC`+h++,t.__=e,t.Provider=t.__l=(t.Consumer=function(e,t){return e.children(t)}).contextType=t,t}e=_.slice,t={__e:function(e,t,n,r){for(var i,a,o;t=t.__;)if((i=t.__c)&&!i.__)try{if((a=i.constructor)&&a.getDerivedStateFromError!=null&&(i.setState(a.getDerivedStateFromError(e)),o=i.__d),i.componentDidCatch!=null&&(i.componentDidCatch(e,r||{}),o=i.__d),o)return i.__E=i}catch(t){e=t}throw e}},n=0,r=function(e){return e!=null&&e.constructor===void 0},te.prototype.setState=function(e,t){var n=this.__s!=null&&this.__s!=this.state?this.__s:this.__s=b({},this.state);typeof e==`function`&&(e=e(b({},n),this.props)),e&&b(n,e),e!=null&&this.__v&&(t&&this._sb.push(t),D(this))},te.prototype.forceUpdate=function(e){this.__v&&(this.__e=!0,e&&this.__h.push(e),D(this))},te.prototype.render=C,i=[],o=typeof Promise==`function`?Promise.prototype.then.bind(Promise.resolve()):setTimeout,s=function(e,t){return e.__v.__b-t.__v.__b},O.__r=0,c=Math.random().toString(8),l=`__d`+c,u=`__a`+c,d=/(PointerCapture)$|Capture$/i,f=0,p=ce(!1),m=ce(!0),h=0;var A,j,be,xe,Se=0,Ce=[],M=t,we=M.__b,Te=M.__r,Ee=M.diffed,De=M.__c,Oe=M.unmount,ke=M.__;function N(e,t){M.__h&&M.__h(j,e,Se||t),Se=0;var n=j.__H||(j.__H={__:[],__h:[]});return e>=n.__.length&&n.__.push({}),n.__[e]}function P(e){return Se=1,Ae(We,e)}function Ae(e,t,n){var r=N(A++,2);if(r.t=e,!r.__c&&(r.__=[n?n(t):We(void 0,t),function(e){var t=r.__N?r.__N[0]:r.__[0],n=r.t(t,e);t!==n&&(r.__N=[n,r.__[1]],r.__c.setState({}))}],r.__c=j,!j.__f)){var i=function(e,t,n){if(!r.__c.__H)return!0;var i=!1,o=r.__c.props!==e;if(r.__c.__H.__.some(function(e){if(e.__N){i=!0;var t=e.__[0];e.__=e.__N,e.__N=void 0,t!==e.__[0]&&(o=!0)}}),a){var s=a.call(this,e,t,n);return i?s||o:s}return!i||o};j.__f=!0;var a=j.shouldComponentUpdate,o=j.componentWillUpdate;j.componentWillUpdate=function(e,t,n){if(this.__e){var r=a;a=void 0,i(e,t,n),a=r}o&&o.call(this,e,t,n)},j.shouldComponentUpdate=i}return r.__N||r.__}function je(e,t){var n=N(A++,3);!M.__s&&Ue(n.__H,t)&&(n.__=e,n.u=t,j.__H.__h.push(n))}function Me(e,t){var n=N(A++,4);!M.__s&&Ue(n.__H,t)&&(n.__=e,n.u=t,j.__h.push(n))}function F(e){return Se=5,Ne(function(){return{current:e}},[])}function Ne(e,t){var n=N(A++,7);return Ue(n.__H,t)&&(n.__=e(),n.__H=t,n.__h=e),n.__}function Pe(e,t){return Se=8,Ne(function(){return e},t)}function Fe(e){var t=j.context[e.__c],n=N(A++,9);return n.c=e,t?(n.__??(n.__=!0,t.sub(j)),t.props.value):e.__}function Ie(e){var t=N(A++,10),n=P();return t.__=e,j.componentDidCatch||(j.componentDidCatch=function(e,r){t.__&&t.__(e,r),n[1](e)}),[n[0],function(){n[1](void 0)}]}function Le(){var e=N(A++,11);if(!e.__){for(var t=j.__v;t!==null&&!t.__m&&t.__!==null;)t=t.__;var n=t.__m||(t.__m=[0,0]);e.__=`P`+n[0]+`-`+n[1]++}return e.__}function Re(){for(var e;e=Ce.shift();){var t=e.__H;if(e.__P&&t)try{t.__h.some(Ve),t.__h.some(He),t.__h=[]}catch(n){t.__h=[],M.__e(n,e.__v)}}}M.__b=function(e){j=null,we&&we(e)},M.__=function(e,t){e&&t.__k&&t.__k.__m&&(e.__m=t.__k.__m),ke&&ke(e,t)},M.__r=function(e){Te&&Te(e),A=0;var t=(j=e.__c).__H;t&&(be===j?(t.__h=[],j.__h=[],t.__.some(function(e){e.__N&&(e.__=e.__N),e.u=e.__N=void 0})):(t.__h.some(Ve),t.__h.some(He),t.__h=[],A=0)),be=j},M.diffed=function(e){Ee&&Ee(e);var t=e.__c;t&&t.__H&&(t.__H.__h.length&&(Ce.push(t)!==1&&xe===M.requestAnimationFrame||((xe=M.requestAnimationFrame)||Be)(Re)),t.__H.__.some(function(e){e.u&&=(e.__H=e.u,void 0)})),be=j=null},M.__c=function(e,t){t.some(function(e){try{e.__h.some(Ve),e.__h=e.__h.filter(function(e){return!e.__||He(e)})}catch(n){t.some(function(e){e.__h&&=[]}),t=[],M.__e(n,e.__v)}}),De&&De(e,t)},M.unmount=function(e){Oe&&Oe(e);var t,n=e.__c;n&&n.__H&&(n.__H.__.some(function(e){try{Ve(e)}catch(e){t=e}}),n.__H=void 0,t&&M.__e(t,n.__v))};var ze=typeof requestAnimationFrame==`function`;function Be(e){var t,n=function(){clearTimeout(r),ze&&cancelAnimationFrame(t),setTimeout(e)},r=setTimeout(n,35);ze&&(t=requestAnimationFrame(n))}function Ve(e){var t=j,n=e.__c;typeof n==`function`&&(e.__c=void 0,n()),j=t}function He(e){var t=j;e.__c=e.__(),j=t}function Ue(e,t){return!e||e.length!==t.length||t.some(function(t,n){return t!==e[n]})}function We(e,t){return typeof t==`function`?t(e):t}function Ge(e,t){if(e instanceof RegExp)return{keys:!1,pattern:e};var n,r,i,a,o=[],s=``,c=e.split(`/`);for(c[0]||c.shift();i=c.shift();)n=i[0],n===`*`?(o.push(n),s+=i[1]===`?`?`(?:/(.*))?`:`/(.*)`):n===`:`?(r=i.indexOf(`?`,1),a=i.indexOf(`.`,1),o.push(i.substring(1,~r?r:~a?a:i.length)),s+=~r&&!~a?`(?:/([^/]+?))?`:`/([^/]+?)`,~a&&(s+=(~r?`?`:``)+`\\`+i.substring(a))):s+=`/`+i;return{keys:o,pattern:RegExp(`^`+s+(t?`(?=$|/)`:`/?$`),`i`)}}var Ke=typeof window<`u`&&window.document!==void 0&&window.document.createElement!==void 0;function qe(e,t){return e===t&&(e!==0||1/e==1/t)||e!==e&&t!==t}function Je(e,t,n){n&&!Ke&&(t=n);let r=t(),[{_instance:i},a]=P({_instance:{_value:r,_getSnapshot:t}});return Me(()=>{i._value=r,i._getSnapshot=t,qe(i._value,t())||a({_instance:i})},[e,r,t]),je(()=>(qe(i._value,i._getSnapshot())||a({_instance:i}),e(()=>{qe(i._value,i._getSnapshot())||a({_instance:i})})),[e]),r}function Ye(e){return t=>e(t)}var Xe=e=>{let t=F([e,(...e)=>t[0](...e)]).current;return Me(()=>{t[0]=e}),t[1]},Ze=[`popstate`,`pushState`,`replaceState`,`hashchange`],Qe=[],$e=()=>Qe.forEach(e=>e()),et=e=>(Qe.push(e)===1&&Ze.forEach(e=>addEventListener(e,$e)),()=>{Qe=Qe.filter(t=>t!==e),Qe.length||Ze.forEach(e=>removeEventListener(e,$e))}),tt=(e,t)=>Je(et,e,t),nt=()=>location.search,rt=({ssrSearch:e}={})=>tt(nt,e==null?nt:()=>e),it=()=>location.pathname,at=({ssrPath:e}={})=>tt(it,e==null?it:()=>e),ot=(e,{replace:t=!1,state:n=null}={})=>history[t?`replaceState`:`pushState`](n,``,e),st=e=>[at(e),ot],ct=Symbol.for(`wouter_v3`);if(typeof history<`u`&&window[ct]===void 0){for(let e of[`pushState`,`replaceState`]){let t=history[e];history[e]=function(){let n=t.apply(this,arguments),r=new Event(e);return r.arguments=arguments,dispatchEvent(r),n}}Object.defineProperty(window,ct,{value:!0})}var lt=(e=``)=>e===`/`?``:e,ut=(e,t)=>e[0]===`~`?e.slice(1):lt(t)+e,dt=(e,t)=>(e=ft(lt(e)),t=ft(t),!e||(t.toLowerCase()+`/`).startsWith(e.toLowerCase()+`/`)?t.slice(e.length)||`/`:`~`+t),ft=e=>{try{return e.includes(`%`)?decodeURI(e):e}catch{return e}},pt=e=>ft(e[0]===`?`?e.slice(1):e),mt={hook:st,searchHook:rt,parser:Ge,base:``,ssrPath:void 0,ssrSearch:void 0,ssrContext:void 0,hrefs:e=>e,aroundNav:(e,t,n)=>e(t,n)},ht=ye(mt),I=()=>Fe(ht),gt={},_t=ye(gt),vt=()=>Fe(_t),yt=(e,t=e.base)=>dt(t,e.hook(e)[0]),bt=e=>{let[t,n]=e.hook(e);return[dt(e.base,t),Xe((t,r)=>e.aroundNav(n,ut(t,e.base),r))]},xt=()=>bt(I()),St=()=>{let e=I();return pt(e.searchHook(e))},Ct=(e,t,n,r)=>{let{pattern:i,keys:a}=t instanceof RegExp?{pattern:t}:e(t||`*`,r),o=i.exec(n);if(!o)return[!1,null];let s={};for(let e=1;e<o.length;e++)s[e-1]=o[e];if(a)for(let e=0;e<a.length;e++)s[a[e]]=o[e+1];else Object.assign(s,o.groups);return r?[!0,s,o[0]]:[!0,s]},wt=({children:e,...t})=>{let n=I(),r=t.hook?mt:n,i=r;if(t.ssrPath){let[e,n=t.ssrSearch??``]=t.ssrPath.split(`?`);e&&(t.ssrSearch=n,t.ssrPath=e)}t.hrefs=t.hrefs??t.hook?.hrefs,t.searchHook=t.searchHook??t.hook?.searchHook;let a=F(r),o=a.current,s=o;for(let e in r){let n=e===`base`?r[e]+(t[e]??``):t[e]??r[e];n!==s[e]&&(o===s&&(a.current=s={...s}),s[e]=n),(n!==r[e]||n!==i[e])&&(i=s)}return x(ht.Provider,{value:i},e)},Tt=({children:e,component:t},n)=>t?x(t,{params:n}):typeof e==`function`?e(n):e,Et=e=>{let t=F(gt),n=t.current,r=Object.keys(e);return t.current=r.length!==Object.keys(n).length||r.some(t=>e[t]!==n[t])?e:n},Dt=({path:e,nest:t,match:n,...r})=>{let i=I(),a=yt(i),[o,s,c]=n??Ct(i.parser,e,a,t),l=Et({...vt(),...s});if(!o)return null;let u=Tt(r,l);return x(_t.Provider,{value:l},c?x(wt,{base:c},u):u)},Ot=Ye((e,t)=>{let n=I(),[i,a]=bt(n),{to:o=``,href:s=o,onClick:c,asChild:l,children:u,className:d,replace:f,state:p,transition:m,...h}=e;return h.onClick=Xe(t=>{t.ctrlKey||t.metaKey||t.altKey||t.shiftKey||t.button!==0||(c?.(t),t.defaultPrevented||(t.preventDefault(),a(s,e)))}),h.href=n.hrefs(s[0]===`~`?s.slice(1):n.base+s,n),d!==void 0&&(h.className=d?.call?d(i===s):d),t&&(h.ref=t),l&&r(u)?ve(u,h):x(`a`,h,u)}),kt=(e,t=[])=>{if(Array.isArray(e))for(let n of e)kt(n&&n.type===C?n.props.children:n,t);else t.push(e);return t},At=({children:e,location:t})=>{let n=I(),i=yt(n);for(let a of kt(e)){let e=0;if(r(a)&&(e=Ct(n.parser,a.props.path,t||i,a.props.nest))[0])return ve(a,{match:e})}return null},jt={NAME:`Name`,DOCUMENT:`Document`,OPERATION_DEFINITION:`OperationDefinition`,VARIABLE_DEFINITION:`VariableDefinition`,SELECTION_SET:`SelectionSet`,FIELD:`Field`,ARGUMENT:`Argument`,FRAGMENT_SPREAD:`FragmentSpread`,INLINE_FRAGMENT:`InlineFragment`,FRAGMENT_DEFINITION:`FragmentDefinition`,VARIABLE:`Variable`,INT:`IntValue`,FLOAT:`FloatValue`,STRING:`StringValue`,BOOLEAN:`BooleanValue`,NULL:`NullValue`,ENUM:`EnumValue`,LIST:`ListValue`,OBJECT:`ObjectValue`,OBJECT_FIELD:`ObjectField`,DIRECTIVE:`Directive`,NAMED_TYPE:`NamedType`,LIST_TYPE:`ListType`,NON_NULL_TYPE:`NonNullType`},Mt=class extends Error{constructor(e,t,n,r,i,a,o){super(e),this.name=`GraphQLError`,this.message=e,i&&(this.path=i),t&&(this.nodes=Array.isArray(t)?t:[t]),n&&(this.source=n),r&&(this.positions=r),a&&(this.originalError=a);var s=o;if(!s&&a){var c=a.extensions;c&&typeof c==`object`&&(s=c)}this.extensions=s||{}}toJSON(){return{...this,message:this.message}}toString(){return this.message}get[Symbol.toStringTag](){return`GraphQLError`}},L,R;function z(e){return new Mt(`Syntax Error: Unexpected token at ${R} in ${e}`)}function Nt(e){if(e.lastIndex=R,e.test(L))return L.slice(R,R=e.lastIndex)}var Pt=/ +(?=[^\s])/y;function Ft(e){for(var t=e.split(`
`),n=``,r=0,i=0,a=t.length-1,o=0;o<t.length;o++)Pt.lastIndex=0,Pt.test(t[o])&&(o&&(!r||Pt.lastIndex<r)&&(r=Pt.lastIndex),i||=o,a=o);for(var s=i;s<=a;s++)s!==i&&(n+=`
`),n+=t[s].slice(r).replace(/\\"""/g,`"""`);return n}function B(){for(var e=0|L.charCodeAt(R++);e===9||e===10||e===13||e===32||e===35||e===44||e===65279;e=0|L.charCodeAt(R++))if(e===35)for(;(e=0|L.charCodeAt(R++))&&e!==10&&e!==13;);R--}function It(){for(var e=R,t=0|L.charCodeAt(R++);t>=48&&t<=57||t>=65&&t<=90||t===95||t>=97&&t<=122;t=0|L.charCodeAt(R++));if(e===R-1)throw z(`Name`);var n=L.slice(e,--R);return B(),n}function V(){return{kind:`Name`,value:It()}}var Lt=/(?:"""|(?:[\s\S]*?[^\\])""")/y,Rt=/(?:(?:\.\d+)?[eE][+-]?\d+|\.\d+)/y;function zt(e){var t;switch(L.charCodeAt(R)){case 91:R++,B();for(var n=[];L.charCodeAt(R)!==93;)n.push(zt(e));return R++,B(),{kind:`ListValue`,values:n};case 123:R++,B();for(var r=[];L.charCodeAt(R)!==125;){var i=V();if(L.charCodeAt(R++)!==58)throw z(`ObjectField`);B(),r.push({kind:`ObjectField`,name:i,value:zt(e)})}return R++,B(),{kind:`ObjectValue`,fields:r};case 36:if(e)throw z(`Variable`);return R++,{kind:`Variable`,name:V()};case 34:if(L.charCodeAt(R+1)===34&&L.charCodeAt(R+2)===34){if(R+=3,(t=Nt(Lt))==null)throw z(`StringValue`);return B(),{kind:`StringValue`,value:Ft(t.slice(0,-3)),block:!0}}var a=R,o;R++;var s=!1;for(o=0|L.charCodeAt(R++);o===92&&(R++,s=!0)||o!==10&&o!==13&&o!==34&&o;o=0|L.charCodeAt(R++));if(o!==34)throw z(`StringValue`);return t=L.slice(a,R),B(),{kind:`StringValue`,value:s?JSON.parse(t):t.slice(1,-1),block:!1};case 45:case 48:case 49:case 50:case 51:case 52:case 53:case 54:case 55:case 56:case 57:for(var c=R++,l;(l=0|L.charCodeAt(R++))>=48&&l<=57;);var u=L.slice(c,--R);if((l=L.charCodeAt(R))===46||l===69||l===101){if((t=Nt(Rt))==null)throw z(`FloatValue`);return B(),{kind:`FloatValue`,value:u+t}}return B(),{kind:`IntValue`,value:u};case 110:if(L.charCodeAt(R+1)===117&&L.charCodeAt(R+2)===108&&L.charCodeAt(R+3)===108)return R+=4,B(),{kind:`NullValue`};break;case 116:if(L.charCodeAt(R+1)===114&&L.charCodeAt(R+2)===117&&L.charCodeAt(R+3)===101)return R+=4,B(),{kind:`BooleanValue`,value:!0};break;case 102:if(L.charCodeAt(R+1)===97&&L.charCodeAt(R+2)===108&&L.charCodeAt(R+3)===115&&L.charCodeAt(R+4)===101)return R+=5,B(),{kind:`BooleanValue`,value:!1}}return{kind:`EnumValue`,value:It()}}function Bt(e){if(L.charCodeAt(R)===40){var t=[];R++,B();do{var n=V();if(L.charCodeAt(R++)!==58)throw z(`Argument`);B(),t.push({kind:`Argument`,name:n,value:zt(e)})}while(L.charCodeAt(R)!==41);return R++,B(),t}}function H(e){if(L.charCodeAt(R)===64){var t=[];do R++,t.push({kind:`Directive`,name:V(),arguments:Bt(e)});while(L.charCodeAt(R)===64);return t}}function Vt(){for(var e=0;L.charCodeAt(R)===91;)e++,R++,B();var t={kind:`NamedType`,name:V()};do if(L.charCodeAt(R)===33&&(R++,B(),t={kind:`NonNullType`,type:t}),e){if(L.charCodeAt(R++)!==93)throw z(`NamedType`);B(),t={kind:`ListType`,type:t}}while(e--);return t}function Ht(){if(L.charCodeAt(R++)!==123)throw z(`SelectionSet`);return B(),Ut()}function Ut(){var e=[];do if(L.charCodeAt(R)===46){if(L.charCodeAt(++R)!==46||L.charCodeAt(++R)!==46)throw z(`SelectionSet`);switch(R++,B(),L.charCodeAt(R)){case 64:e.push({kind:`InlineFragment`,typeCondition:void 0,directives:H(!1),selectionSet:Ht()});break;case 111:L.charCodeAt(R+1)===110?(R+=2,B(),e.push({kind:`InlineFragment`,typeCondition:{kind:`NamedType`,name:V()},directives:H(!1),selectionSet:Ht()})):e.push({kind:`FragmentSpread`,name:V(),directives:H(!1)});break;case 123:R++,B(),e.push({kind:`InlineFragment`,typeCondition:void 0,directives:void 0,selectionSet:Ut()});break;default:e.push({kind:`FragmentSpread`,name:V(),directives:H(!1)})}}else{var t=V(),n=void 0;L.charCodeAt(R)===58&&(R++,B(),n=t,t=V());var r=Bt(!1),i=H(!1),a=void 0;L.charCodeAt(R)===123&&(R++,B(),a=Ut()),e.push({kind:`Field`,alias:n,name:t,arguments:r,directives:i,selectionSet:a})}while(L.charCodeAt(R)!==125);return R++,B(),{kind:`SelectionSet`,selections:e}}function Wt(){if(B(),L.charCodeAt(R)===40){var e=[];R++,B();do{var t=void 0;if(L.charCodeAt(R)===34&&(t=zt(!0)),L.charCodeAt(R++)!==36)throw z(`Variable`);var n=V();if(L.charCodeAt(R++)!==58)throw z(`VariableDefinition`);B();var r=Vt(),i=void 0;L.charCodeAt(R)===61&&(R++,B(),i=zt(!0)),B();var a={kind:`VariableDefinition`,variable:{kind:`Variable`,name:n},type:r,defaultValue:i,directives:H(!0)};t&&(a.description=t),e.push(a)}while(L.charCodeAt(R)!==41);return R++,B(),e}}function Gt(e){var t=V();if(L.charCodeAt(R++)!==111||L.charCodeAt(R++)!==110)throw z(`FragmentDefinition`);B();var n={kind:`FragmentDefinition`,name:t,typeCondition:{kind:`NamedType`,name:V()},directives:H(!1),selectionSet:Ht()};return e&&(n.description=e),n}function Kt(){var e=[];do{var t=void 0;if(L.charCodeAt(R)===34&&(t=zt(!0)),L.charCodeAt(R)===123){if(t)throw z(`Document`);R++,B(),e.push({kind:`OperationDefinition`,operation:`query`,name:void 0,variableDefinitions:void 0,directives:void 0,selectionSet:Ut()})}else{var n=It();switch(n){case`fragment`:e.push(Gt(t));break;case`query`:case`mutation`:case`subscription`:var r,i=void 0;(r=L.charCodeAt(R))!==40&&r!==64&&r!==123&&(i=V());var a={kind:`OperationDefinition`,operation:n,name:i,variableDefinitions:Wt(),directives:H(!1),selectionSet:Ht()};t&&(a.description=t),e.push(a);break;default:throw z(`Document`)}}}while(R<L.length);return e}function qt(e,t){return L=e.body?e.body:e,R=0,B(),t&&t.noLocation?{kind:`Document`,definitions:Kt()}:{kind:`Document`,definitions:Kt(),loc:{start:0,end:L.length,startToken:void 0,endToken:void 0,source:{body:L,name:`graphql.web`,locationOffset:{line:1,column:1}}}}}function U(e,t,n){for(var r=``,i=0;i<e.length;i++)i&&(r+=t),r+=n(e[i]);return r}function Jt(e){return JSON.stringify(e)}function Yt(e){return`"""
`+e.replace(/"""/g,`\\"""`)+`
"""`}var W=`
`,G={OperationDefinition(e){var t=``;e.description&&(t+=G.StringValue(e.description)+`
`),t+=e.operation,e.name&&(t+=` `+e.name.value),e.variableDefinitions&&e.variableDefinitions.length&&(e.name||(t+=` `),t+=`(`+U(e.variableDefinitions,`, `,G.VariableDefinition)+`)`),e.directives&&e.directives.length&&(t+=` `+U(e.directives,` `,G.Directive));var n=G.SelectionSet(e.selectionSet);return t===`query`?n:t+` `+n},VariableDefinition(e){var t=``;return e.description&&(t+=G.StringValue(e.description)+` `),t+=G.Variable(e.variable)+`: `+K(e.type),e.defaultValue&&(t+=` = `+K(e.defaultValue)),e.directives&&e.directives.length&&(t+=` `+U(e.directives,` `,G.Directive)),t},Field(e){var t=e.alias?e.alias.value+`: `+e.name.value:e.name.value;if(e.arguments&&e.arguments.length){var n=U(e.arguments,`, `,G.Argument);t.length+n.length+2>80?t+=`(`+(W+=`  `)+U(e.arguments,W,G.Argument)+(W=W.slice(0,-2))+`)`:t+=`(`+n+`)`}return e.directives&&e.directives.length&&(t+=` `+U(e.directives,` `,G.Directive)),e.selectionSet&&e.selectionSet.selections.length&&(t+=` `+G.SelectionSet(e.selectionSet)),t},StringValue(e){return e.block?Yt(e.value).replace(/\n/g,W):Jt(e.value)},BooleanValue:e=>``+e.value,NullValue:e=>`null`,IntValue:e=>e.value,FloatValue:e=>e.value,EnumValue:e=>e.value,Name:e=>e.value,Variable:e=>`$`+e.name.value,ListValue:e=>`[`+U(e.values,`, `,K)+`]`,ObjectValue:e=>`{`+U(e.fields,`, `,G.ObjectField)+`}`,ObjectField:e=>e.name.value+`: `+K(e.value),Document(e){return!e.definitions||!e.definitions.length?``:U(e.definitions,`

`,K)},SelectionSet:e=>`{`+(W+=`  `)+U(e.selections,W,K)+(W=W.slice(0,-2))+`}`,Argument:e=>e.name.value+`: `+K(e.value),FragmentSpread(e){var t=`...`+e.name.value;return e.directives&&e.directives.length&&(t+=` `+U(e.directives,` `,G.Directive)),t},InlineFragment(e){var t=`...`;return e.typeCondition&&(t+=` on `+e.typeCondition.name.value),e.directives&&e.directives.length&&(t+=` `+U(e.directives,` `,G.Directive)),t+=` `+G.SelectionSet(e.selectionSet)},FragmentDefinition(e){var t=``;return e.description&&(t+=G.StringValue(e.description)+`
`),t+=`fragment `+e.name.value,t+=` on `+e.typeCondition.name.value,e.directives&&e.directives.length&&(t+=` `+U(e.directives,` `,G.Directive)),t+` `+G.SelectionSet(e.selectionSet)},Directive(e){var t=`@`+e.name.value;return e.arguments&&e.arguments.length&&(t+=`(`+U(e.arguments,`, `,G.Argument)+`)`),t},NamedType:e=>e.name.value,ListType:e=>`[`+K(e.type)+`]`,NonNullType:e=>K(e.type)+`!`},K=e=>G[e.kind](e);function Xt(e){return W=`
`,G[e.kind]?G[e.kind](e):``}var Zt=()=>{},q=Zt;function J(e){return{tag:0,0:e}}function Qt(e){return{tag:1,0:e}}var $t=()=>typeof Symbol==`function`&&Symbol.asyncIterator||`@@asyncIterator`,en=e=>e;function Y(e){return t=>n=>{var r=q;t((t=>{t===0?n(0):t.tag===0?(r=t[0],n(t)):e(t[0])?n(t):r(0)}))}}function tn(e){return t=>n=>t((t=>{t===0||t.tag===0?n(t):n(Qt(e(t[0])))}))}function nn(e){return t=>n=>{var r=[],i=q,a=!1,o=!1;t((t=>{o||(t===0?(o=!0,r.length||n(0)):t.tag===0?i=t[0]:(a=!1,(function(e){var t=q;e((e=>{if(e===0){if(r.length){var s=r.indexOf(t);s>-1&&(r=r.slice()).splice(s,1),r.length||(o?n(0):a||(a=!0,i(0)))}}else e.tag===0?(r.push(t=e[0]),t(0)):r.length&&(n(e),t(0))}))})(e(t[0])),a||(a=!0,i(0))))})),n(J((e=>{if(e===1){o||(o=!0,i(1));for(var t=0,n=r,s=r.length;t<s;t++)n[t](1);r.length=0}else{!o&&!a?(a=!0,i(0)):a=!1;for(var c=0,l=r,u=r.length;c<u;c++)l[c](0)}})))}}function rn(e){return nn(en)(e)}function an(e){return rn(_n(e))}function on(e){return t=>n=>{var r=!1;t((t=>{if(!r){if(t===0)r=!0,n(0),e();else if(t.tag===0){var i=t[0];n(J((t=>{t===1?(r=!0,i(1),e()):i(t)})))}else n(t)}}))}}function sn(e){return t=>n=>{var r=!1;t((t=>{if(!r){if(t===0)r=!0,n(0);else if(t.tag===0){var i=t[0];n(J((e=>{e===1&&(r=!0),i(e)})))}else e(t[0]),n(t)}}))}}function cn(e){return t=>n=>t((t=>{t===0?n(0):t.tag===0?(n(t),e()):n(t)}))}function ln(e){var t=[],n=q,r=!1;return i=>{t.push(i),t.length===1&&e((e=>{if(e===0){for(var i=0,a=t,o=t.length;i<o;i++)a[i](0);t.length=0}else if(e.tag===0)n=e[0];else{r=!1;for(var s=0,c=t,l=t.length;s<l;s++)c[s](e)}})),i(J((e=>{if(e===1){var a=t.indexOf(i);a>-1&&(t=t.slice()).splice(a,1),t.length||n(1)}else r||(r=!0,n(0))})))}}function un(e){return t=>n=>{var r=q,i=q,a=!1,o=!1,s=!1,c=!1;t((t=>{c||(t===0?(c=!0,s||n(0)):t.tag===0?r=t[0]:(s&&(i(1),i=q),a?a=!1:(a=!0,r(0)),(function(e){s=!0,e((e=>{s&&(e===0?(s=!1,c?n(0):a||(a=!0,r(0))):e.tag===0?(o=!1,(i=e[0])(0)):(n(e),o?o=!1:i(0)))}))})(e(t[0]))))})),n(J((e=>{e===1?(c||(c=!0,r(1)),s&&(s=!1,i(1))):(!c&&!a&&(a=!0,r(0)),s&&!o&&(o=!0,i(0)))})))}}function dn(e){return t=>n=>{var r=q,i=!1,a=0;t((t=>{i||(t===0?(i=!0,n(0)):t.tag===0?e<=0?(i=!0,n(0),t[0](1)):r=t[0]:a++<e?(n(t),!i&&a>=e&&(i=!0,n(0),r(1))):n(t))})),n(J((t=>{t===1&&!i?(i=!0,r(1)):t===0&&!i&&a<e&&r(0)})))}}function fn(e){return t=>n=>{var r=q,i=q,a=!1;t((t=>{a||(t===0?(a=!0,i(1),n(0)):t.tag===0?(r=t[0],e((e=>{e===0||(e.tag===0?(i=e[0])(0):(a=!0,i(1),r(1),n(0)))}))):n(t))})),n(J((e=>{e===1&&!a?(a=!0,r(1),i(1)):a||r(0)})))}}function pn(e,t){return n=>r=>{var i=q,a=!1;n((n=>{a||(n===0?(a=!0,r(0)):n.tag===0?(i=n[0],r(n)):e(n[0])?r(n):(a=!0,t&&r(n),r(0),i(1)))}))}}function mn(e){return t=>e()(t)}function hn(e){return t=>{var n=e[$t()]&&e[$t()]()||e,r=!1,i=!1,a=!1,o;t(J((async e=>{if(e===1)r=!0,n.return&&n.return();else if(i)a=!0;else{for(a=i=!0;a&&!r;)if((o=await n.next()).done)r=!0,n.return&&await n.return(),t(0);else try{a=!1,t(Qt(o.value))}catch(e){if(n.throw)(r=!!(await n.throw(e)).done)&&t(0);else throw e}i=!1}})))}}function gn(e){return e[$t()]?hn(e):t=>{var n=e[Symbol.iterator](),r=!1,i=!1,a=!1,o;t(J((e=>{if(e===1)r=!0,n.return&&n.return();else if(i)a=!0;else{for(a=i=!0;a&&!r;)if((o=n.next()).done)r=!0,n.return&&n.return(),t(0);else try{a=!1,t(Qt(o.value))}catch(e){if(n.throw)(r=!!n.throw(e).done)&&t(0);else throw e}i=!1}})))}}var _n=gn;function vn(e){return t=>{var n=!1;t(J((r=>{r===1?n=!0:n||(n=!0,t(Qt(e)),t(0))})))}}function yn(e){return t=>{var n=!1,r=e({next(e){n||t(Qt(e))},complete(){n||(n=!0,t(0))}});t(J((e=>{e===1&&!n&&(n=!0,r())})))}}function bn(){var e,t;return{source:ln(yn((n=>(e=n.next,t=n.complete,Zt)))),next(t){e&&e(t)},complete(){t&&t()}}}function xn(e){return yn((t=>(e.then((e=>{Promise.resolve(e).then((()=>{t.next(e),t.complete()}))})),Zt)))}function Sn(e){return t=>{var n=q,r=!1;return t((t=>{t===0?r=!0:t.tag===0?(n=t[0])(0):r||(e(t[0]),n(0))})),{unsubscribe(){r||(r=!0,n(1))}}}}function Cn(e){Sn((e=>{}))(e)}function wn(e){return new Promise((t=>{var n=q,r;e((e=>{e===0?Promise.resolve(r).then(t):e.tag===0?(n=e[0])(0):(r=e[0],n(0))}))}))}var Tn=e=>e&&typeof e.message==`string`&&(e.extensions||e.name===`GraphQLError`)?e:typeof e==`object`&&typeof e.message==`string`?new Mt(e.message,e.nodes,e.source,e.positions,e.path,e,e.extensions||{}):new Mt(e),En=class extends Error{constructor(e){var t=(e.graphQLErrors||[]).map(Tn),n=((e,t)=>{var n=``;if(e)return`[Network] ${e.message}`;if(t)for(var r=0,i=t.length;r<i;r++)n&&(n+=`
`),n+=`[GraphQL] ${t[r].message}`;return n})(e.networkError,t);super(n),this.name=`CombinedError`,this.message=n,this.graphQLErrors=t,this.networkError=e.networkError,this.response=e.response}toString(){return this.message}},Dn=(e,t)=>{for(var n=0|(t||5381),r=0,i=0|e.length;r<i;r++)n=(n<<5)+n+e.charCodeAt(r);return n},X=new Set,On=new WeakMap,kn=(e,t)=>{if(e===null||X.has(e))return`null`;if(typeof e!=`object`)return JSON.stringify(e)||``;if(e.toJSON)return kn(e.toJSON(),t);if(Array.isArray(e)){for(var n=`[`,r=0,i=e.length;r<i;r++)n.length>1&&(n+=`,`),n+=kn(e[r],t)||`null`;return n+=`]`}if(!t&&(Nn!==Mn&&e instanceof Nn||Pn!==Mn&&e instanceof Pn))return`null`;var a=Object.keys(e).sort();if(!a.length&&e.constructor&&Object.getPrototypeOf(e).constructor!==Object.prototype.constructor){var o=On.get(e)||Math.random().toString(36).slice(2);return On.set(e,o),kn({__key:o},t)}X.add(e);for(var s=`{`,c=0,l=a.length;c<l;c++){var u=kn(e[a[c]],t);u&&(s.length>1&&(s+=`,`),s+=kn(a[c],t)+`:`+u)}return X.delete(e),s+=`}`},An=(e,t,n)=>{if(!(typeof n!=`object`||!n||n.toJSON||X.has(n))){if(Array.isArray(n))for(var r=0,i=n.length;r<i;r++)An(e,`${t}.${r}`,n[r]);else if(n instanceof Nn||n instanceof Pn)e.set(t,n);else for(var a in X.add(n),n)An(e,`${t}.${a}`,n[a])}},jn=(e,t)=>(X.clear(),kn(e,t||!1)),Mn=class{},Nn=typeof File<`u`?File:Mn,Pn=typeof Blob<`u`?Blob:Mn,Fn=/("{3}[\s\S]*"{3}|"(?:\\.|[^"])*")/g,In=/(?:#[^\n\r]+)?(?:[\r\n]+|$)/g,Ln=(e,t)=>t%2==0?e.replace(In,`
`):e,Rn=e=>e.split(Fn).map(Ln).join(``).trim(),zn=new Map,Bn=new Map,Vn=e=>{var t;return typeof e==`string`?t=Rn(e):e.loc&&Bn.get(e.__key)===e?t=e.loc.source.body:(t=zn.get(e)||Rn(Xt(e)),zn.set(e,t)),typeof e!=`string`&&!e.loc&&(e.loc={start:0,end:t.length,source:{body:t,name:`gql`,locationOffset:{line:1,column:1}}}),t},Hn=e=>{var t;if(e.documentId)t=Dn(e.documentId);else if(t=Dn(Vn(e)),e.definitions){var n=Gn(e);n&&(t=Dn(`\n# ${n}`,t))}return t},Un=e=>{var t,n;return typeof e==`string`?(t=Hn(e),n=Bn.get(t)||qt(e,{noLocation:!0})):(t=e.__key||Hn(e),n=Bn.get(t)||e),n.loc||Vn(n),n.__key=t,Bn.set(t,n),n},Wn=(e,t,n)=>{var r=t||{},i=Un(e),a=jn(r,!0),o=i.__key;return a!==`{}`&&(o=Dn(a,o)),{key:o,query:i,variables:r,extensions:n}},Gn=e=>{for(var t=0,n=e.definitions.length;t<n;t++){var r=e.definitions[t];if(r.kind===jt.OPERATION_DEFINITION)return r.name?r.name.value:void 0}},Kn=(e,t,n)=>{var r=t.payload||t;if(!(`data`in r||`errors`in r&&Array.isArray(r.errors)))throw Error(`No Content`);var i=e.kind===`subscription`;return{operation:e,data:r.data,error:Array.isArray(r.errors)?new En({graphQLErrors:r.errors,response:n}):void 0,extensions:r.extensions?{...r.extensions}:void 0,hasNext:t.hasNext==null?i:t.hasNext,stale:!1}},qn=(e,t)=>{if(typeof e==`object`&&e){if(Array.isArray(e)){e=[...e];for(var n=0,r=t.length;n<r;n++)e[n]=qn(e[n],t[n]);return e}if(!e.constructor||e.constructor===Object){for(var i in e={...e},t)e[i]=qn(e[i],t[i]);return e}}return t},Jn=(e,t,n,r)=>{var i=e.error?e.error.graphQLErrors:[],a=!!e.extensions||!!(t.payload||t).extensions,o={...e.extensions,...(t.payload||t).extensions},s=t.incremental;`path`in t&&(s=[t]);var c={data:e.data};if(s)for(var l=function(){var e=s[u];Array.isArray(e.errors)&&i.push(...e.errors),e.extensions&&(Object.assign(o,e.extensions),a=!0);var t=`data`,n=c,l=[];if(e.path)l=e.path;else if(r){var d=r.find((t=>t.id===e.id));l=e.subPath?[...d.path,...e.subPath]:d.path}for(var f=0,p=l.length;f<p;t=l[f++])n=n[t]=Array.isArray(n[t])?[...n[t]]:{...n[t]};if(e.items)for(var m=+t>=0?t:0,h=0,g=e.items.length;h<g;h++)n[m+h]=qn(n[m+h],e.items[h]);else e.data!==void 0&&(n[t]=qn(n[t],e.data))},u=0,d=s.length;u<d;u++)l();else c.data=(t.payload||t).data||e.data,i=t.errors||t.payload&&t.payload.errors||i;return{operation:e.operation,data:c.data,error:i.length?new En({graphQLErrors:i,response:n}):void 0,extensions:a?o:void 0,hasNext:t.hasNext==null?e.hasNext:t.hasNext,stale:!1}},Yn=(e,t,n)=>({operation:e,data:void 0,error:new En({networkError:t,response:n}),extensions:void 0,hasNext:!1,stale:!1});function Xn(e){var t={query:void 0,documentId:void 0,operationName:Gn(e.query),variables:e.variables||void 0,extensions:e.extensions};return`documentId`in e.query&&e.query.documentId&&(!e.query.definitions||!e.query.definitions.length)?t.documentId=e.query.documentId:e.extensions&&e.extensions.persistedQuery&&!e.extensions.persistedQuery.miss||(t.query=Vn(e.query)),t}var Zn=(e,t)=>{var n=e.kind===`query`&&e.context.preferGetMethod;if(!n||!t)return e.context.url;var r=Qn(e.context.url);for(var i in t){var a=t[i];a&&r[1].set(i,typeof a==`object`?jn(a):a)}var o=r.join(`?`);return o.length>2047&&n!==`force`?(e.context.preferGetMethod=!1,e.context.url):o},Qn=e=>{var t=e.indexOf(`?`);return t>-1?[e.slice(0,t),new URLSearchParams(e.slice(t+1))]:[e,new URLSearchParams]},$n=(e,t)=>{if(t&&!(e.kind===`query`&&e.context.preferGetMethod)){var n=jn(t),r=(e=>{var t=new Map;return(Nn!==Mn||Pn!==Mn)&&(X.clear(),An(t,`variables`,e)),t})(t.variables);if(r.size){var i=new FormData;i.append(`operations`,n),i.append(`map`,jn({...[...r.keys()].map((e=>[e]))}));var a=0;for(var o of r.values())i.append(``+a++,o);return i}return n}},er=(e,t)=>{var n={accept:e.kind===`subscription`?`text/event-stream, multipart/mixed`:`application/graphql-response+json, application/graphql+json, application/json, text/event-stream, multipart/mixed`},r=(typeof e.context.fetchOptions==`function`?e.context.fetchOptions():e.context.fetchOptions)||{};if(r.headers){if((e=>`has`in e&&!Object.keys(e).length)(r.headers))r.headers.forEach(((e,t)=>{n[t]=e}));else if(Array.isArray(r.headers))r.headers.forEach(((e,t)=>{Array.isArray(e)?n[e[0]]?n[e[0]]=`${n[e[0]]},${e[1]}`:n[e[0]]=e[1]:n[t]=e}));else for(var i in r.headers)n[i.toLowerCase()]=r.headers[i]}var a=$n(e,t);return typeof a==`string`&&!n[`content-type`]&&(n[`content-type`]=`application/json`),{...r,method:a?`POST`:`GET`,body:a,headers:n}},tr=/boundary="?([^=";]+)"?/i,nr=/data: ?([^\n]+)/;async function*rr(e){if(e.body[Symbol.asyncIterator])for await(var t of e.body)yield t;else{var n=e.body.getReader(),r;try{for(;!(r=await n.read()).done;)yield r.value}finally{n.cancel()}}}async function*ir(e,t){var n=typeof TextDecoder<`u`?new TextDecoder:null,r=``,i;for await(var a of e)for(r+=a.constructor.name===`Buffer`?a.toString():n.decode(a,{stream:!0});(i=r.indexOf(t))>-1;)yield r.slice(0,i),r=r.slice(i+t.length)}async function*ar(e,t,n){var r=!0,i=null,a;try{yield await Promise.resolve();var o=(a=await(e.context.fetch||fetch)(t,n)).headers.get(`Content-Type`)||``,s=/multipart\/mixed/i.test(o)?async function*(e,t){var n=e.match(tr),r=`--`+(n?n[1]:`-`),i=!0,a;for await(var o of ir(rr(t),`\r
`+r)){if(i){i=!1;var s=o.indexOf(r);if(s>-1)o=o.slice(s+r.length);else continue}try{yield a=JSON.parse(o.slice(o.indexOf(`\r
\r
`)+4))}catch(e){if(!a)throw e}if(a&&!1===a.hasNext)break}a&&!1!==a.hasNext&&(yield{hasNext:!1})}(o,a):/text\/event-stream/i.test(o)?async function*(e){var t;for await(var n of ir(rr(e),`

`)){var r=n.match(nr);if(r){var i=r[1];try{yield t=JSON.parse(i)}catch(e){if(!t)throw e}if(t&&!1===t.hasNext)break}}t&&!1!==t.hasNext&&(yield{hasNext:!1})}(a):/text\//i.test(o)?async function*(e){var t=await e.text();try{yield JSON.parse(t)}catch{throw Error(t)}}(a):async function*(e){yield JSON.parse(await e.text())}(a),c;for await(var l of s)l.pending&&!i?c=l.pending:l.pending&&(c=[...c,...l.pending]),i=i?Jn(i,l,a,c):Kn(e,l,a),r=!1,yield i,r=!0;i||(yield i=Kn(e,{},a))}catch(t){if(!r)throw t;yield Yn(e,a&&(a.status<200||a.status>=300)&&a.statusText?Error(a.statusText):t,a)}}function or(e,t,n){var r;return typeof AbortController<`u`&&(n.signal=(r=new AbortController).signal),on((()=>{r&&r.abort()}))(Y((e=>!!e))(hn(ar(e,t,n))))}var sr=(e,t)=>{if(Array.isArray(e))for(var n=0,r=e.length;n<r;n++)sr(e[n],t);else if(typeof e==`object`&&e)for(var i in e)i===`__typename`&&typeof e[i]==`string`?t.add(e[i]):sr(e[i],t);return t},cr=e=>{if(`definitions`in e){for(var t=[],n=0,r=e.definitions.length;n<r;n++){var i=cr(e.definitions[n]);t.push(i)}return{...e,definitions:t}}if(`directives`in e&&e.directives&&e.directives.length){for(var a=[],o={},s=0,c=e.directives.length;s<c;s++){var l=e.directives[s],u=l.name.value;u[0]===`_`?u=u.slice(1):a.push(l),o[u]=l}e={...e,directives:a,_directives:o}}if(`selectionSet`in e){var d=[],f=e.kind===jt.OPERATION_DEFINITION;if(e.selectionSet){for(var p=0,m=e.selectionSet.selections.length;p<m;p++){var h=e.selectionSet.selections[p];f||=h.kind===jt.FIELD&&h.name.value===`__typename`&&!h.alias;var g=cr(h);d.push(g)}return f||d.push({kind:jt.FIELD,name:{kind:jt.NAME,value:`__typename`},_generated:!0}),{...e,selectionSet:{...e.selectionSet,selections:d}}}}return e},lr=new Map,ur=e=>{var t=Un(e),n=lr.get(t.__key);return n||(lr.set(t.__key,n=cr(t)),Object.defineProperty(n,"__key",{value:t.__key,enumerable:!1})),n};function dr(e){var t=t=>e(t);return t.toPromise=()=>wn(dn(1)(Y((e=>!e.stale&&!e.hasNext))(t))),t.then=(e,n)=>t.toPromise().then(e,n),t.subscribe=e=>Sn(e)(t),t}function fr(e,t,n){return{...t,kind:e,context:t.context?{...t.context,...n}:n||t.context}}var pr=(e,t)=>fr(e.kind,e,{meta:{...e.context.meta,...t}}),mr=()=>{},hr=({kind:e})=>e!==`mutation`&&e!==`query`,gr=e=>{var t=ur(e.query);if(t!==e.query){var n=fr(e.kind,e);return n.query=t,n}return e},_r=({forward:e,client:t,dispatchDebug:n})=>{var r=new Map,i=new Map,a=e=>e.kind===`query`&&e.context.requestPolicy!==`network-only`&&(e.context.requestPolicy===`cache-only`||r.has(e.key));return n=>an([tn((e=>{var n=r.get(e.key),i=n||Kn(e,{data:null});return i={...i,operation:pr(e,{cacheOutcome:n?`hit`:`miss`})},e.context.requestPolicy===`cache-and-network`&&(i.stale=!0,vr(t,e)),i}))(Y((e=>!hr(e)&&a(e)))(n)),sn((e=>{var{operation:n}=e;if(n){var a=n.context.additionalTypenames||[];if(e.operation.kind!==`subscription`&&(a=(e=>[...sr(e,new Set)])(e.data).concat(a)),e.operation.kind===`mutation`||e.operation.kind===`subscription`){for(var o=new Set,s=0;s<a.length;s++){var c=a[s],l=i.get(c);l||i.set(c,l=new Set);for(var u of l.values())o.add(u);l.clear()}for(var d of o.values())r.has(d)&&(n=r.get(d).operation,r.delete(d),vr(t,n))}else if(n.kind===`query`&&e.data){r.set(n.key,e);for(var f=0;f<a.length;f++){var p=a[f],m=i.get(p);m||i.set(p,m=new Set),m.add(n.key)}}}}))(e(Y((e=>e.kind!==`query`||e.context.requestPolicy!==`cache-only`))(tn((e=>pr(e,{cacheOutcome:`miss`})))(an([tn(gr)(Y((e=>!hr(e)&&!a(e)))(n)),Y((e=>hr(e)))(n)])))))])},vr=(e,t)=>e.reexecuteOperation(fr(t.kind,t,{requestPolicy:`network-only`})),yr=({forward:e,dispatchDebug:t})=>t=>an([nn((e=>{var n=Xn(e),r=Zn(e,n),i=er(e,n);return fn(Y((t=>t.kind===`teardown`&&t.key===e.key))(t))(or(e,r,i))}))(Y((e=>e.kind!==`teardown`&&(e.kind!==`subscription`||!!e.context.fetchSubscriptions)))(t)),e(Y((e=>e.kind===`teardown`||e.kind===`subscription`&&!e.context.fetchSubscriptions))(t))]),br=e=>({client:t,forward:n,dispatchDebug:r})=>e.reduceRight(((e,n)=>n({client:t,forward(t){return ln(e(ln(t)))},dispatchDebug(e){}})),n),xr=({onOperation:e,onResult:t,onError:n})=>({forward:r})=>i=>nn((e=>{n&&e.error&&n(e.error,e.operation);var r=t&&t(e)||e;return`then`in r?xn(r):vn(r)}))(r(nn((t=>{if(t.kind===`teardown`)return vn(t);var n=e&&e(t)||t;return`then`in n?fn(Y((e=>e.kind===`teardown`&&e.key===t.key))(i))(xn(n)):vn(n)}))(i))),Sr=({dispatchDebug:e})=>e=>Y((e=>!1))(e),Cr=function e(t){var n=0,r=new Map,i=new Map,a=new Set,o=[],s={url:t.url,fetchSubscriptions:t.fetchSubscriptions,fetchOptions:t.fetchOptions,fetch:t.fetch,preferGetMethod:t.preferGetMethod==null?`within-url-limit`:t.preferGetMethod,requestPolicy:t.requestPolicy||`cache-first`},c=bn();function l(e){e.kind!==`mutation`&&e.kind!==`teardown`&&a.has(e.key)||(e.kind===`teardown`?a.delete(e.key):e.kind!==`mutation`&&a.add(e.key),c.next(e))}var u=!1;function d(e){if(e&&l(e),!u){for(u=!0;u&&(e=o.shift());)l(e);u=!1}}var f=e=>{var t=fn(Y((t=>t.kind===`teardown`&&t.key===e.key))(c.source))(Y((t=>t.operation.kind===e.kind&&t.operation.key===e.key&&(!t.operation.context._instance||t.operation.context._instance===e.context._instance)))(g));return t=e.kind===`query`?un((t=>{var n=vn(t);return t.stale||t.hasNext?n:an([n,tn((()=>(t.stale=!0,t)))(dn(1)(Y((t=>t.key===e.key))(c.source)))])}))(t):pn((e=>!!e.hasNext),!0)(t),t=e.kind===`mutation`?cn((()=>{l(e)}))(t):on((()=>{a.delete(e.key),r.delete(e.key),i.delete(e.key),u=!1;for(var t=o.length-1;t>=0;t--)o[t].key===e.key&&o.splice(t,1);l(fr(`teardown`,e,e.context))}))(sn((t=>{if(t.stale){if(!t.hasNext)a.delete(e.key);else for(var n=0;n<o.length;n++){var i=o[n];if(i.key===t.operation.key){a.delete(i.key);break}}}else t.hasNext||a.delete(e.key);r.set(e.key,t)}))(t)),ln(t)},p=this instanceof e?this:Object.create(e.prototype),m=Object.assign(p,{suspense:!!t.suspense,operations$:c.source,reexecuteOperation(e){if(e.kind===`teardown`)d(e);else if(e.kind===`mutation`)o.push(e),Promise.resolve().then(d);else if(i.has(e.key)){for(var t=!1,n=0;n<o.length;n++)o[n].key===e.key&&(o[n]=e,t=!0);t||a.has(e.key)&&e.context.requestPolicy!==`network-only`?(a.delete(e.key),Promise.resolve().then(d)):(o.push(e),Promise.resolve().then(d))}},createRequestOperation(e,t,r){return r||={},fr(e,t,{_instance:e===`mutation`?n=n+1|0:void 0,...s,...r,requestPolicy:r.requestPolicy||s.requestPolicy,suspense:r.suspense||!1!==r.suspense&&m.suspense})},executeRequestOperation(e){return e.kind===`mutation`?dr(f(e)):dr(mn((()=>{var t=i.get(e.key);t||i.set(e.key,t=f(e)),t=cn((()=>{d(e)}))(t);var n=r.get(e.key);return e.kind===`query`&&n&&(n.stale||n.hasNext)?un(vn)(an([t,Y((t=>t===r.get(e.key)))(vn(n))])):t})))},executeQuery(e,t){var n=m.createRequestOperation(`query`,e,t);return m.executeRequestOperation(n)},executeSubscription(e,t){var n=m.createRequestOperation(`subscription`,e,t);return m.executeRequestOperation(n)},executeMutation(e,t){var n=m.createRequestOperation(`mutation`,e,t);return m.executeRequestOperation(n)},readQuery(e,t,n){var r=null;return Sn((e=>{r=e}))(m.query(e,t,n)).unsubscribe(),r},query:(e,t,n)=>m.executeQuery(Wn(e,t),n),subscription:(e,t,n)=>m.executeSubscription(Wn(e,t),n),mutation:(e,t,n)=>m.executeMutation(Wn(e,t),n)}),h=mr,g=ln(br(t.exchanges)({client:m,dispatchDebug:h,forward:Sr({dispatchDebug:h})})(c.source));return Cn(g),m},wr=`hookwright.token`,Tr=new Set,Er=``;function Dr(){let e=new URLSearchParams(location.hash.slice(1)).get(`token`);e!==null&&(history.replaceState(null,``,location.pathname+location.search),e.trim()&&sessionStorage.setItem(wr,e.trim()))}var Or=()=>sessionStorage.getItem(wr),kr=()=>Er;function Ar(e){sessionStorage.setItem(wr,e),Er=``,Nr()}function jr(e=``){sessionStorage.removeItem(wr),Er=e,Nr()}function Mr(e){return Tr.add(e),()=>Tr.delete(e)}function Nr(){for(let e of Tr)e()}var Pr=()=>new Cr({url:`/graphql`,preferGetMethod:!1,exchanges:[xr({onError:e=>{Lr(e)&&jr(`This token is not accepted. It may have been revoked, or be another server's.`)}}),_r,yr],requestPolicy:`cache-and-network`,fetchOptions:()=>({headers:{authorization:`Bearer ${Or()??``}`}})}),Fr=Pr();Mr(()=>{Fr=Pr()});var Ir=()=>Fr,Lr=e=>e.graphQLErrors.some(e=>e.extensions?.code===`UNAUTHENTICATED`)||e.response?.status===401;function Rr(e){return`graphQLErrors`in e&&e.graphQLErrors.length>0?e.graphQLErrors.map(e=>e.message).join(` `):`The server does not answer. Is it running? This page tries again by itself.`}async function zr(e,t){let n=await Fr.mutation(e.toString(),{input:t}).toPromise();if(n.error||!n.data)return{payload:null,problems:[{code:`FAILED`,message:n.error?Rr(n.error):`The server gave no answer.`,path:[`input`]}]};let r=Object.entries(n.data).find(([e])=>e!==`__typename`)?.[1],i=r.errors??[];return Vr(),{payload:r,problems:i}}var Br=new Set;function Vr(){for(let e of Br)e()}function Hr(e){return Br.add(e),()=>Br.delete(e)}function Ur(e){return JSON.parse(JSON.stringify(e,(e,t)=>e===`__typename`?void 0:t))}function Wr(e,t,{pollMs:n=0,isPaused:r=!1}={}){let i=e.toString()+JSON.stringify(t),[a,o]=P({key:``,error:``}),s=F(t);s.current=t;let c=Pe(()=>{r||Ir().query(e.toString(),s.current,{requestPolicy:`network-only`}).toPromise()},[i,r]);je(()=>{if(r)return;let{unsubscribe:t}=Ir().query(e.toString(),s.current).subscribe(e=>{o(t=>({key:i,data:e.data??(t.key===i?t.data:void 0),error:e.error?Rr(e.error):``}))}),n=Hr(c);return()=>{t(),n()}},[i,r,c]),je(()=>{if(!n||r)return;let e=()=>globalThis.document.visibilityState===`visible`&&c(),t=setInterval(e,n);return globalThis.document.addEventListener(`visibilitychange`,e),()=>{clearInterval(t),globalThis.document.removeEventListener(`visibilitychange`,e)}},[n,r,c]);let l=a.key===i;return{data:l?a.data:void 0,error:l?a.error:``,isLoading:!r&&(!l||a.data===void 0&&a.error===``),refresh:c}}var Z=class extends String{__apiType;value;__meta__;constructor(e,t){super(e),this.value=e,this.__meta__=t}toString(){return this.value}};new Z(`
    fragment Problem on UserError {
  code
  message
  path
}
    `,{fragmentName:`Problem`}),new Z(`
    fragment KV on KeyValue {
  name
  value
}
    `,{fragmentName:`KV`}),new Z(`
    fragment AuthorizationParts on RequestAuthorization {
  kind
  token
  username
  password
  entries {
    ...KV
  }
}
    fragment KV on KeyValue {
  name
  value
}`,{fragmentName:`AuthorizationParts`}),new Z(`
    fragment RequestParts on RequestTemplate {
  method
  url
  headers {
    ...KV
  }
  query {
    ...KV
  }
  body {
    kind
    contentType
    raw
    json
    form {
      ...KV
    }
  }
  authorization {
    ...AuthorizationParts
  }
}
    fragment KV on KeyValue {
  name
  value
}
fragment AuthorizationParts on RequestAuthorization {
  kind
  token
  username
  password
  entries {
    ...KV
  }
}`,{fragmentName:`RequestParts`}),new Z(`
    fragment RuleParts on HandshakeRule {
  name
  signed
  rejectStatus
  when {
    path
    equals
    isPresent
    oneOf
    prefix
  }
  require {
    ...KV
  }
  persist {
    ...KV
  }
  show {
    ...KV
  }
  reply {
    status
    text
    json
    echo
    headers {
      ...KV
    }
  }
  followUp {
    method
    url
    hosts
  }
}
    fragment KV on KeyValue {
  name
  value
}`,{fragmentName:`RuleParts`}),new Z(`
    fragment CodeParts on CustomCode {
  code
  digestHeader
  parameters {
    ...KV
  }
}
    fragment KV on KeyValue {
  name
  value
}`,{fragmentName:`CodeParts`}),new Z(`
    fragment VerificationParts on Verification {
  form
  scheme
  covers {
    body
    time
    url
  }
  secrets {
    name
    value
    until
  }
  basic {
    username
    password
  }
  token {
    bodyPath
    formField
    header
    prefix
    previousSecret
    previousSecretUntil
    query
    secret
  }
  hmac {
    algorithm
    bodyPath
    encoding
    formField
    header
    keyEncoding
    prefix
    previousSecret
    previousSecretUntil
    query
    secret
    signedContent
    timestampHeader
    timestampUnit
    toleranceSeconds
  }
  publicKey {
    algorithm
    bodyPath
    encoding
    formField
    header
    keyEncoding
    keyForm
    prefix
    previousPublicKey
    previousPublicKeyUntil
    publicKey
    query
    signedContent
    timestampHeader
    timestampUnit
    toleranceSeconds
  }
  jwt {
    algorithms
    audience
    bodyHashClaim
    bodyHashEncoding
    bodyPath
    formField
    header
    inBody
    issuer
    jwksUrl
    keyForm
    leewaySeconds
    maxAgeSeconds
    prefix
    publicKey
    query
    requiredClaims
    secret
  }
  provider {
    provider
    scheme
    secrets {
      name
      value
      until
    }
  }
  code {
    ...CodeParts
  }
}
    fragment KV on KeyValue {
  name
  value
}
fragment CodeParts on CustomCode {
  code
  digestHeader
  parameters {
    ...KV
  }
}`,{fragmentName:`VerificationParts`}),new Z(`
    fragment DeliveryRow on Delivery {
  id
  receivedAt
  isTest
  method
  path
  queryString
  outcome
  cause
  explanation
  body {
    size
  }
  reply {
    status
  }
  kinds: verdicts {
    eventType
  }
}
    `,{fragmentName:`DeliveryRow`}),new Z(`
    fragment BodyParts on DeliveryBody {
  base64
  text
  json
  size
}
    `,{fragmentName:`BodyParts`}),new Z(`
    fragment Account on Credential {
  id
  userId
  providerId
  isSandbox
  status
  reason
  expiresAt
  createdAt
  removalImpact {
    explanation
  }
}
    `,{fragmentName:`Account`}),new Z(`
    fragment ReplayParts on Replay {
  id
  kind
  state
  total
  done
  failed
  createdAt
  updatedAt
}
    `,{fragmentName:`ReplayParts`}),new Z(`
    fragment PreviewedParts on PreviewedVerdict {
  outcome
  cause
  explanation
  events
  providerIds
}
    `,{fragmentName:`PreviewedParts`}),new Z(`
    fragment ExchangeParts on Exchange {
  sentAt
  problem
  request {
    method
    url
    body
    headers {
      ...KV
    }
  }
  answer {
    status
    elapsedMs
    body
    headers {
      ...KV
    }
  }
}
    fragment KV on KeyValue {
  name
  value
}`,{fragmentName:`ExchangeParts`}),new Z(`
    fragment RegistrationParts on Registration {
  id
  state
  reason
  isTest
  isWanted
  attempts
  nextAttemptAt
  expiresAt
  renewsAt
  providerUrl
  webhookUrl
  createdAt
  updatedAt
  credential {
    id
    userId
    providerId
  }
  exchange {
    ...ExchangeParts
  }
}
    fragment KV on KeyValue {
  name
  value
}
fragment ExchangeParts on Exchange {
  sentAt
  problem
  request {
    method
    url
    body
    headers {
      ...KV
    }
  }
  answer {
    status
    elapsedMs
    body
    headers {
      ...KV
    }
  }
}`,{fragmentName:`RegistrationParts`}),new Z(`
    fragment RunRow on Run {
  id
  state
  attempt
  status
  error
  createdAt
  updatedAt
  nextAttemptAt
  workflow {
    id
    name
  }
  credential {
    id
    userId
  }
}
    `,{fragmentName:`RunRow`});var Gr=new Z(`
    query Viewer {
  viewer {
    ... on Editor {
      project {
        id
        name
      }
    }
  }
}
    `),Kr=new Z(`
    query Integrations($after: String) {
  integrations(first: 50, after: $after) {
    edges {
      node {
        id
        name
        slug
        apiBaseUrl
        createdAt
        provider {
          slug
          name
        }
        sandboxCredential {
          id
        }
        triggers(first: 100) {
          edges {
            node {
              id
              status
            }
          }
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `),qr=new Z(`
    query Catalog($search: String, $after: String) {
  providers(search: $search, first: 60, after: $after) {
    edges {
      node {
        slug
        name
        description
        level
        creation
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `),Jr=new Z(`
    query CatalogEntry($slug: String!) {
  provider(slug: $slug) {
    slug
    name
    description
    documentation
    apiBaseUrl
    level
    creation
    manual
    notes
    fields {
      name
      label
      help
      isSecret
    }
    secrets {
      name
      label
      help
      value
    }
    schemes {
      slug
      name
      covers {
        body
        time
        url
      }
    }
    handshakes {
      name
    }
    routing
  }
}
    `),Yr=new Z(`
    query Integration($id: ID!) {
  integration(id: $id) {
    id
    name
    slug
    apiBaseUrl
    webhookUrl
    removalImpact {
      explanation
    }
    createdAt
    provider {
      slug
      name
      documentation
      manual
      notes
      fields {
        name
        label
        help
        isSecret
      }
      authorization {
        ...AuthorizationParts
      }
    }
    authorization {
      accountValues
      scheme {
        ...AuthorizationParts
      }
    }
    oauth {
      authorizeUrl
      tokenUrl
      revokeUrl
      redirectUrl
      clientId
      clientSecret
      clientAuthentication
      grant
      scopes
      scopeSeparator
      usesPkce
      missing
      extra {
        ...KV
      }
    }
    providerIdLookup {
      value
      request {
        ...RequestParts
      }
    }
    sandboxCredential {
      ...Account
    }
  }
}
    fragment KV on KeyValue {
  name
  value
}
fragment AuthorizationParts on RequestAuthorization {
  kind
  token
  username
  password
  entries {
    ...KV
  }
}
fragment RequestParts on RequestTemplate {
  method
  url
  headers {
    ...KV
  }
  query {
    ...KV
  }
  body {
    kind
    contentType
    raw
    json
    form {
      ...KV
    }
  }
  authorization {
    ...AuthorizationParts
  }
}
fragment Account on Credential {
  id
  userId
  providerId
  isSandbox
  status
  reason
  expiresAt
  createdAt
  removalImpact {
    explanation
  }
}`),Xr=new Z(`
    query AccountExchange($id: ID!) {
  node(id: $id) {
    ... on Credential {
      id
      exchange {
        ...ExchangeParts
      }
    }
  }
}
    fragment KV on KeyValue {
  name
  value
}
fragment ExchangeParts on Exchange {
  sentAt
  problem
  request {
    method
    url
    body
    headers {
      ...KV
    }
  }
  answer {
    status
    elapsedMs
    body
    headers {
      ...KV
    }
  }
}`),Zr=new Z(`
    query Accounts($id: ID!, $after: String) {
  integration(id: $id) {
    id
    credentials(first: 100, after: $after) {
      edges {
        node {
          ...Account
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    fragment Account on Credential {
  id
  userId
  providerId
  isSandbox
  status
  reason
  expiresAt
  createdAt
  removalImpact {
    explanation
  }
}`),Qr=new Z(`
    query Triggers($id: ID!, $after: String) {
  integration(id: $id) {
    id
    triggers(first: 50, after: $after) {
      edges {
        node {
          id
          name
          description
          status
          level
          creation
          hasDraft
          updatedAt
          wizard {
            stepsRemaining
          }
          sample {
            id
            receivedAt
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    `),$r=new Z(`
    query Unrouted($id: ID!, $after: String) {
  integration(id: $id) {
    id
    unrouted(first: 30, after: $after) {
      edges {
        node {
          ...DeliveryRow
          verdicts {
            providerIds
          }
          nearMisses {
            message
            credential {
              id
              userId
              providerId
            }
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    fragment DeliveryRow on Delivery {
  id
  receivedAt
  isTest
  method
  path
  queryString
  outcome
  cause
  explanation
  body {
    size
  }
  reply {
    status
  }
  kinds: verdicts {
    eventType
  }
}`),ei=new Z(`
    mutation CreateIntegration($input: CreateIntegrationInput!) {
  createIntegration(input: $input) {
    integration {
      id
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),ti=new Z(`
    mutation UpdateIntegration($input: UpdateIntegrationInput!) {
  updateIntegration(input: $input) {
    integration {
      id
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),ni=new Z(`
    mutation DeleteIntegration($input: DeleteIntegrationInput!) {
  deleteIntegration(input: $input) {
    deletedIntegrationId
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),ri=new Z(`
    mutation ConnectAccount($input: ConnectAccountInput!) {
  connectAccount(input: $input) {
    credential {
      id
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),ii=new Z(`
    mutation DisconnectAccount($input: DisconnectAccountInput!) {
  disconnectAccount(input: $input) {
    credential {
      id
      status
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),ai=new Z(`
    mutation StartOAuth($input: StartOAuthInput!) {
  startOAuth(input: $input) {
    authorizationUrl
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),oi=new Z(`
    mutation LookUpProviderId($input: LookUpProviderIdInput!) {
  lookUpProviderId(input: $input) {
    credential {
      id
      providerId
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),si=new Z(`
    mutation RefreshAccount($input: RefreshAccountInput!) {
  refreshAccount(input: $input) {
    credential {
      id
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),ci=new Z(`
    query Settings {
  viewer {
    ... on Editor {
      project {
        id
        name
        createdAt
        secrets {
          name
          updatedAt
        }
        editorTokens {
          id
          name
          createdAt
          revokedAt
        }
        userTokenKeys {
          id
          name
          algorithm
          createdAt
          revokedAt
        }
      }
    }
  }
}
    `),li=new Z(`
    query SecretNames {
  viewer {
    ... on Editor {
      project {
        id
        secrets {
          name
        }
      }
    }
  }
}
    `),ui=new Z(`
    mutation SetSecret($input: SetSecretInput!) {
  setSecret(input: $input) {
    secret {
      name
      updatedAt
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),di=new Z(`
    mutation DeleteSecret($input: DeleteSecretInput!) {
  deleteSecret(input: $input) {
    deletedName
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),fi=new Z(`
    mutation CreateEditorToken($input: CreateEditorTokenInput!) {
  createEditorToken(input: $input) {
    token
    editorToken {
      id
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),pi=new Z(`
    mutation RevokeEditorToken($input: RevokeEditorTokenInput!) {
  revokeEditorToken(input: $input) {
    editorToken {
      id
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),mi=new Z(`
    mutation CreateUserTokenKey($input: CreateUserTokenKeyInput!) {
  createUserTokenKey(input: $input) {
    userTokenKey {
      id
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),hi=new Z(`
    mutation RevokeUserTokenKey($input: RevokeUserTokenKeyInput!) {
  revokeUserTokenKey(input: $input) {
    userTokenKey {
      id
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),gi=new Z(`
    query Replays($after: String) {
  replays(first: 10, after: $after) {
    edges {
      node {
        ...ReplayParts
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment ReplayParts on Replay {
  id
  kind
  state
  total
  done
  failed
  createdAt
  updatedAt
}`),_i=new Z(`
    mutation PreviewRetryRuns($input: PreviewRetryRunsInput!) {
  previewRetryRuns(input: $input) {
    count
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),vi=new Z(`
    mutation RetryRuns($input: RetryRunsInput!) {
  retryRuns(input: $input) {
    replay {
      ...ReplayParts
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}
fragment ReplayParts on Replay {
  id
  kind
  state
  total
  done
  failed
  createdAt
  updatedAt
}`),yi=new Z(`
    mutation PreviewReplayEvents($input: PreviewReplayEventsInput!) {
  previewReplayEvents(input: $input) {
    count
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),bi=new Z(`
    mutation ReplayEvents($input: ReplayEventsInput!) {
  replayEvents(input: $input) {
    replay {
      ...ReplayParts
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}
fragment ReplayParts on Replay {
  id
  kind
  state
  total
  done
  failed
  createdAt
  updatedAt
}`),xi=new Z(`
    mutation CancelReplay($input: CancelReplayInput!) {
  cancelReplay(input: $input) {
    replay {
      ...ReplayParts
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}
fragment ReplayParts on Replay {
  id
  kind
  state
  total
  done
  failed
  createdAt
  updatedAt
}`),Si=new Z(`
    mutation SetExpectedSilence($input: SetExpectedSilenceInput!) {
  setExpectedSilence(input: $input) {
    trigger {
      id
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),Ci=new Z(`
    query TriggerHealth($id: ID!) {
  trigger(id: $id) {
    id
    health {
      checkedAt
      lastEventAt
      eventsPerDay
      expectedSilenceSeconds
      isSilent
      silentSince
      drift {
        path
        was
        now
      }
    }
  }
}
    `),wi=new Z(`
    mutation Diagnose($input: DiagnoseSignatureInput!) {
  diagnoseSignature(input: $input) {
    diagnosis {
      explanation
      tried
      findings {
        explanation
        changes
        isStale
        secretName
        verification
        covers {
          body
          time
          url
        }
        providers {
          name
        }
      }
      hints {
        code
        message
      }
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),Ti=new Z(`
    mutation ApplyDiagnosis($input: ApplyDiagnosisInput!) {
  applyDiagnosis(input: $input) {
    trigger {
      id
      updatedAt
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),Ei=new Z(`
    mutation PreviewHandling($input: PreviewHandlingInput!) {
  previewHandling(input: $input) {
    preview {
      changed
      deliveries {
        isChanged
        delivery {
          id
          receivedAt
        }
        before {
          ...PreviewedParts
        }
        after {
          ...PreviewedParts
        }
      }
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}
fragment PreviewedParts on PreviewedVerdict {
  outcome
  cause
  explanation
  events
  providerIds
}`),Di=new Z(`
    mutation RetryRegistration($input: RetryRegistrationInput!) {
  retryRegistration(input: $input) {
    registration {
      id
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),Oi=new Z(`
    mutation MarkRegistrationRemoved($input: MarkRegistrationRemovedInput!) {
  markRegistrationRemoved(input: $input) {
    registration {
      id
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),ki=new Z(`
    mutation Reconcile($input: ReconcileRegistrationsInput!) {
  reconcileRegistrations(input: $input) {
    listed
    findings {
      id
      kind
      explanation
      providerWebhookUrl
      providerState
    }
    exchange {
      ...ExchangeParts
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}
fragment KV on KeyValue {
  name
  value
}
fragment ExchangeParts on Exchange {
  sentAt
  problem
  request {
    method
    url
    body
    headers {
      ...KV
    }
  }
  answer {
    status
    elapsedMs
    body
    headers {
      ...KV
    }
  }
}`),Ai=new Z(`
    mutation FixFinding($input: FixRegistrationFindingInput!) {
  fixRegistrationFinding(input: $input) {
    registration {
      id
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),ji=new Z(`
    mutation EnableWorkflow($input: EnableWorkflowInput!) {
  enableWorkflow(input: $input) {
    registration {
      id
      state
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),Mi=new Z(`
    mutation DisableWorkflow($input: DisableWorkflowInput!) {
  disableWorkflow(input: $input) {
    registration {
      id
      state
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),Ni=new Z(`
    query Trigger($id: ID!) {
  trigger(id: $id) {
    id
    name
    description
    creation
    level
    status
    hasDraft
    providerSlug
    targetUrl
    updatedAt
    integration {
      id
      name
      slug
      apiBaseUrl
      webhookUrl
      provider {
        slug
        name
        manual
        documentation
        notes
        secrets {
          name
          label
          help
          value
        }
        schemes {
          slug
          name
          secretNames
          covers {
            body
            time
            url
          }
        }
        examples {
          name
        }
      }
      sandboxCredential {
        id
        userId
        providerId
      }
    }
    wizard {
      step
      stepsRemaining
      canFinish
      steps {
        step
        isComplete
        missing {
          ...Problem
        }
      }
    }
    removalImpact {
      explanation
    }
    finishImpact {
      registrations
      reasons
    }
    setup {
      keep {
        ...KV
      }
      request {
        ...RequestParts
      }
      teardown {
        ...RequestParts
      }
      renewal {
        every
        expiresAt
        request {
          ...RequestParts
        }
      }
      listing {
        items
        id
        url
        keptAs
        state
        active
        request {
          ...RequestParts
        }
      }
    }
    response {
      kind
      rejectedStatus
      acknowledgement {
        status
        text
        json
        headers {
          ...KV
        }
      }
      code {
        ...CodeParts
      }
      handshakes {
        ...RuleParts
      }
    }
    handling {
      routing
      deduplicationKey
      eventType
      filter {
        any {
          all {
            path
            operator
            value
          }
        }
      }
      verification {
        ...VerificationParts
      }
    }
    sample {
      ...DeliveryRow
    }
    persistedValues {
      name
      scope
      writtenAt
    }
    shownValues {
      name
      value
      at
      isVerified
      replacements
      deliveryId
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}
fragment KV on KeyValue {
  name
  value
}
fragment AuthorizationParts on RequestAuthorization {
  kind
  token
  username
  password
  entries {
    ...KV
  }
}
fragment RequestParts on RequestTemplate {
  method
  url
  headers {
    ...KV
  }
  query {
    ...KV
  }
  body {
    kind
    contentType
    raw
    json
    form {
      ...KV
    }
  }
  authorization {
    ...AuthorizationParts
  }
}
fragment RuleParts on HandshakeRule {
  name
  signed
  rejectStatus
  when {
    path
    equals
    isPresent
    oneOf
    prefix
  }
  require {
    ...KV
  }
  persist {
    ...KV
  }
  show {
    ...KV
  }
  reply {
    status
    text
    json
    echo
    headers {
      ...KV
    }
  }
  followUp {
    method
    url
    hosts
  }
}
fragment CodeParts on CustomCode {
  code
  digestHeader
  parameters {
    ...KV
  }
}
fragment VerificationParts on Verification {
  form
  scheme
  covers {
    body
    time
    url
  }
  secrets {
    name
    value
    until
  }
  basic {
    username
    password
  }
  token {
    bodyPath
    formField
    header
    prefix
    previousSecret
    previousSecretUntil
    query
    secret
  }
  hmac {
    algorithm
    bodyPath
    encoding
    formField
    header
    keyEncoding
    prefix
    previousSecret
    previousSecretUntil
    query
    secret
    signedContent
    timestampHeader
    timestampUnit
    toleranceSeconds
  }
  publicKey {
    algorithm
    bodyPath
    encoding
    formField
    header
    keyEncoding
    keyForm
    prefix
    previousPublicKey
    previousPublicKeyUntil
    publicKey
    query
    signedContent
    timestampHeader
    timestampUnit
    toleranceSeconds
  }
  jwt {
    algorithms
    audience
    bodyHashClaim
    bodyHashEncoding
    bodyPath
    formField
    header
    inBody
    issuer
    jwksUrl
    keyForm
    leewaySeconds
    maxAgeSeconds
    prefix
    publicKey
    query
    requiredClaims
    secret
  }
  provider {
    provider
    scheme
    secrets {
      name
      value
      until
    }
  }
  code {
    ...CodeParts
  }
}
fragment DeliveryRow on Delivery {
  id
  receivedAt
  isTest
  method
  path
  queryString
  outcome
  cause
  explanation
  body {
    size
  }
  reply {
    status
  }
  kinds: verdicts {
    eventType
  }
}`),Pi=new Z(`
    query Variables($id: ID!, $step: WizardStep!) {
  trigger(id: $id) {
    id
    variables(step: $step) {
      name
      label
      variables {
        path
        label
        sample
        isSecret
      }
    }
  }
}
    `),Fi=new Z(`
    query UserUrl($id: ID!, $credential: ID!) {
  trigger(id: $id) {
    id
    userTargetUrl(credentialId: $credential)
  }
}
    `),Ii=new Z(`
    query ReadyHandshakes {
  readyHandshakes {
    name
    description
    source
    parameters {
      name
      description
    }
    rule {
      ...RuleParts
    }
  }
}
    fragment KV on KeyValue {
  name
  value
}
fragment RuleParts on HandshakeRule {
  name
  signed
  rejectStatus
  when {
    path
    equals
    isPresent
    oneOf
    prefix
  }
  require {
    ...KV
  }
  persist {
    ...KV
  }
  show {
    ...KV
  }
  reply {
    status
    text
    json
    echo
    headers {
      ...KV
    }
  }
  followUp {
    method
    url
    hosts
  }
}`),Li=new Z(`
    query ResponsePreview($id: ID!) {
  trigger(id: $id) {
    id
    responsePreview {
      problem
      reply {
        status
        headers {
          ...KV
        }
        body {
          ...BodyParts
        }
      }
    }
  }
}
    fragment KV on KeyValue {
  name
  value
}
fragment BodyParts on DeliveryBody {
  base64
  text
  json
  size
}`),Ri=new Z(`
    query Deliveries($id: ID!, $outcome: [DeliveryOutcome!], $after: String) {
  trigger(id: $id) {
    id
    name
    deliveries(outcome: $outcome, first: 30, after: $after) {
      edges {
        node {
          ...DeliveryRow
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    fragment DeliveryRow on Delivery {
  id
  receivedAt
  isTest
  method
  path
  queryString
  outcome
  cause
  explanation
  body {
    size
  }
  reply {
    status
  }
  kinds: verdicts {
    eventType
  }
}`),zi=new Z(`
    query Registrations($id: ID!, $after: String) {
  trigger(id: $id) {
    id
    name
    level
    registrations(first: 30, after: $after) {
      edges {
        node {
          ...RegistrationParts
          history {
            deed
            exchange {
              ...ExchangeParts
            }
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    fragment KV on KeyValue {
  name
  value
}
fragment ExchangeParts on Exchange {
  sentAt
  problem
  request {
    method
    url
    body
    headers {
      ...KV
    }
  }
  answer {
    status
    elapsedMs
    body
    headers {
      ...KV
    }
  }
}
fragment RegistrationParts on Registration {
  id
  state
  reason
  isTest
  isWanted
  attempts
  nextAttemptAt
  expiresAt
  renewsAt
  providerUrl
  webhookUrl
  createdAt
  updatedAt
  credential {
    id
    userId
    providerId
  }
  exchange {
    ...ExchangeParts
  }
}`),Bi=new Z(`
    query LastSetup($id: ID!) {
  trigger(id: $id) {
    id
    registrations(first: 10) {
      edges {
        node {
          ...RegistrationParts
        }
      }
    }
  }
}
    fragment KV on KeyValue {
  name
  value
}
fragment ExchangeParts on Exchange {
  sentAt
  problem
  request {
    method
    url
    body
    headers {
      ...KV
    }
  }
  answer {
    status
    elapsedMs
    body
    headers {
      ...KV
    }
  }
}
fragment RegistrationParts on Registration {
  id
  state
  reason
  isTest
  isWanted
  attempts
  nextAttemptAt
  expiresAt
  renewsAt
  providerUrl
  webhookUrl
  createdAt
  updatedAt
  credential {
    id
    userId
    providerId
  }
  exchange {
    ...ExchangeParts
  }
}`),Vi=new Z(`
    query Delivery($id: ID!) {
  delivery(id: $id) {
    ...DeliveryRow
    headers {
      ...KV
    }
    query {
      ...KV
    }
    body {
      ...BodyParts
    }
    reply {
      status
      headers {
        ...KV
      }
      body {
        ...BodyParts
      }
    }
    verdicts {
      outcome
      cause
      explanation
      isVerified
      providerIds
      trigger {
        id
        name
      }
      events {
        id
        credential {
          id
          userId
          providerId
        }
        runs {
          id
          state
          workflow {
            id
            name
          }
        }
      }
      leftOut {
        reason
        workflow {
          id
          name
        }
      }
    }
    isReplay
    replayOf {
      id
      receivedAt
    }
    nearMisses {
      message
      path
      kind
      credential {
        id
        userId
        providerId
      }
    }
    duplicateOf {
      id
      receivedAt
    }
    console {
      level
      purpose
      text
    }
    followUp {
      state
      method
      url
      status
      error
      attempts
      nextAt
    }
    shownValues {
      name
      value
      isVerified
    }
  }
}
    fragment KV on KeyValue {
  name
  value
}
fragment DeliveryRow on Delivery {
  id
  receivedAt
  isTest
  method
  path
  queryString
  outcome
  cause
  explanation
  body {
    size
  }
  reply {
    status
  }
  kinds: verdicts {
    eventType
  }
}
fragment BodyParts on DeliveryBody {
  base64
  text
  json
  size
}`),Hi=new Z(`
    subscription Listen($triggerId: ID!, $after: String) {
  listenForEvents(triggerId: $triggerId, after: $after) {
    __typename
    ... on DeliveryReceived {
      cursor
      isLookBack
      delivery {
        ...DeliveryRow
      }
    }
    ... on ListenHeartbeat {
      cursor
      at
    }
    ... on ListenEnded {
      cursor
      reason
    }
  }
}
    fragment DeliveryRow on Delivery {
  id
  receivedAt
  isTest
  method
  path
  queryString
  outcome
  cause
  explanation
  body {
    size
  }
  reply {
    status
  }
  kinds: verdicts {
    eventType
  }
}`),Ui=new Z(`
    mutation CreateTrigger($input: CreateTriggerInput!) {
  createTrigger(input: $input) {
    trigger {
      id
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),Wi=new Z(`
    mutation UpdateBasicInfo($input: UpdateBasicInfoInput!) {
  updateBasicInfo(input: $input) {
    trigger {
      id
      updatedAt
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),Gi=new Z(`
    mutation UpdateWebhookSetup($input: UpdateWebhookSetupInput!) {
  updateWebhookSetup(input: $input) {
    trigger {
      id
      updatedAt
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),Ki=new Z(`
    mutation UpdateWebhookResponse($input: UpdateWebhookResponseInput!) {
  updateWebhookResponse(input: $input) {
    trigger {
      id
      updatedAt
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),qi=new Z(`
    mutation UpdateEventHandling($input: UpdateEventHandlingInput!) {
  updateEventHandling(input: $input) {
    trigger {
      id
      updatedAt
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),Ji=new Z(`
    mutation SendSetupRequest($input: SendSetupRequestInput!) {
  sendSetupRequest(input: $input) {
    registration {
      ...RegistrationParts
    }
    trigger {
      id
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}
fragment KV on KeyValue {
  name
  value
}
fragment ExchangeParts on Exchange {
  sentAt
  problem
  request {
    method
    url
    body
    headers {
      ...KV
    }
  }
  answer {
    status
    elapsedMs
    body
    headers {
      ...KV
    }
  }
}
fragment RegistrationParts on Registration {
  id
  state
  reason
  isTest
  isWanted
  attempts
  nextAttemptAt
  expiresAt
  renewsAt
  providerUrl
  webhookUrl
  createdAt
  updatedAt
  credential {
    id
    userId
    providerId
  }
  exchange {
    ...ExchangeParts
  }
}`),Yi=new Z(`
    mutation ClearPersistedValues($input: ClearPersistedValuesInput!) {
  clearPersistedValues(input: $input) {
    trigger {
      id
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),Xi=new Z(`
    mutation SendSample($input: SendSampleDeliveryInput!) {
  sendSampleDelivery(input: $input) {
    delivery {
      ...DeliveryRow
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}
fragment DeliveryRow on Delivery {
  id
  receivedAt
  isTest
  method
  path
  queryString
  outcome
  cause
  explanation
  body {
    size
  }
  reply {
    status
  }
  kinds: verdicts {
    eventType
  }
}`),Zi=new Z(`
    mutation RunCode($input: RunCustomCodeInput!) {
  runCustomCode(input: $input) {
    result {
      value
      bytes
      explanation
      isVerified
      isHandshake
      cause
      persists
      missingParameters
      wallMilliseconds
      cpuMilliseconds
      console {
        level
        text
      }
      error {
        failure
        message
        hint
        line
        column
      }
      reply {
        status
        headers {
          ...KV
        }
        body {
          ...BodyParts
        }
      }
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}
fragment KV on KeyValue {
  name
  value
}
fragment BodyParts on DeliveryBody {
  base64
  text
  json
  size
}`),Qi=new Z(`
    mutation FinishTrigger($input: FinishTriggerInput!) {
  finishTrigger(input: $input) {
    trigger {
      id
      status
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),$i=new Z(`
    mutation DisableTrigger($input: DisableTriggerInput!) {
  disableTrigger(input: $input) {
    trigger {
      id
      status
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),ea=new Z(`
    mutation EnableTrigger($input: EnableTriggerInput!) {
  enableTrigger(input: $input) {
    trigger {
      id
      status
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),ta=new Z(`
    mutation DeleteTrigger($input: DeleteTriggerInput!) {
  deleteTrigger(input: $input) {
    deletedTriggerId
    standing {
      id
      reason
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),na=new Z(`
    query Workflows($after: String) {
  workflows(first: 50, after: $after) {
    edges {
      node {
        id
        name
        status
        stoppedReason
        endpoint
        createdAt
        trigger {
          id
          name
          integration {
            id
            name
          }
        }
        dead: runs(first: 1, state: [DEAD]) {
          edges {
            node {
              id
            }
          }
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `),ra=new Z(`
    query FinishedTriggers {
  integrations(first: 100) {
    edges {
      node {
        id
        name
        triggers(status: ACTIVE, first: 100) {
          edges {
            node {
              id
              name
              description
            }
          }
        }
      }
    }
  }
}
    `),ia=new Z(`
    query Workflow($id: ID!) {
  workflow(id: $id) {
    id
    name
    endpoint
    isOrdered
    status
    stoppedReason
    createdAt
    updatedAt
    filter {
      any {
        all {
          path
          operator
          value
        }
      }
    }
    removalImpact {
      explanation
    }
    secrets {
      createdAt
      expiresAt
    }
    trigger {
      id
      name
      level
      targetUrl
      integration {
        id
        name
        sandboxCredential {
          id
        }
      }
    }
    testData {
      delivery {
        id
        receivedAt
      }
      output {
        sample
        schema
      }
    }
  }
}
    `),aa=new Z(`
    query WorkflowAccounts($id: ID!, $after: String) {
  workflow(id: $id) {
    id
    accounts(first: 50, after: $after) {
      edges {
        node {
          ...Account
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    fragment Account on Credential {
  id
  userId
  providerId
  isSandbox
  status
  reason
  expiresAt
  createdAt
  removalImpact {
    explanation
  }
}`),oa=new Z(`
    query Runs($workflowId: ID, $state: [RunState!], $after: String) {
  runs(workflowId: $workflowId, state: $state, first: 30, after: $after) {
    edges {
      node {
        ...RunRow
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment RunRow on Run {
  id
  state
  attempt
  status
  error
  createdAt
  updatedAt
  nextAttemptAt
  workflow {
    id
    name
  }
  credential {
    id
    userId
  }
}`),sa=new Z(`
    query Run($id: ID!) {
  run(id: $id) {
    ...RunRow
    eventId
    heldUntil
    output
    trigger {
      id
      name
    }
    delivery {
      id
      receivedAt
    }
    history {
      number
      at
      elapsedMs
      status
      error
      answer
    }
  }
}
    fragment RunRow on Run {
  id
  state
  attempt
  status
  error
  createdAt
  updatedAt
  nextAttemptAt
  workflow {
    id
    name
  }
  credential {
    id
    userId
  }
}`),ca=new Z(`
    subscription TestStep($workflowId: ID!, $after: String) {
  testStep(workflowId: $workflowId, after: $after) {
    __typename
    ... on TestStepWaiting {
      cursor
      text
      targetUrl
    }
    ... on DeliveryReceived {
      cursor
      isLookBack
      delivery {
        ...DeliveryRow
      }
    }
    ... on TestStepResult {
      cursor
      isLookBack
      leftOut
      output
      delivery {
        ...DeliveryRow
      }
    }
    ... on ListenHeartbeat {
      cursor
      at
    }
    ... on ListenEnded {
      cursor
      reason
    }
  }
}
    fragment DeliveryRow on Delivery {
  id
  receivedAt
  isTest
  method
  path
  queryString
  outcome
  cause
  explanation
  body {
    size
  }
  reply {
    status
  }
  kinds: verdicts {
    eventType
  }
}`),la=new Z(`
    mutation CreateWorkflow($input: CreateWorkflowInput!) {
  createWorkflow(input: $input) {
    secret
    workflow {
      id
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),ua=new Z(`
    mutation UpdateWorkflow($input: UpdateWorkflowInput!) {
  updateWorkflow(input: $input) {
    workflow {
      id
      updatedAt
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),da=new Z(`
    mutation DeleteWorkflow($input: DeleteWorkflowInput!) {
  deleteWorkflow(input: $input) {
    deletedWorkflowId
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),fa=new Z(`
    mutation RotateWorkflowSecret($input: RotateWorkflowSecretInput!) {
  rotateWorkflowSecret(input: $input) {
    secret
    workflow {
      id
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),pa=new Z(`
    mutation ReplayDelivery($input: ReplayDeliveryInput!) {
  replayDelivery(input: $input) {
    delivery {
      id
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),ma=new Z(`
    mutation ReplayEvent($input: ReplayEventInput!) {
  replayEvent(input: $input) {
    delivery {
      id
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),ha=new Z(`
    mutation ReplayIntoTestStep($input: ReplayIntoTestStepInput!) {
  replayIntoTestStep(input: $input) {
    delivery {
      id
      outcome
      explanation
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),ga=new Z(`
    mutation RouteDelivery($input: RouteDeliveryInput!) {
  routeDelivery(input: $input) {
    delivery {
      id
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),_a=new Z(`
    mutation RetryRun($input: RetryRunInput!) {
  retryRun(input: $input) {
    run {
      id
      state
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),va=0;Array.isArray;function Q(e,n,r,i,a,o){n||={};var s,c,l=n;if(`ref`in l)for(c in l={},n)c==`ref`?s=n[c]:l[c]=n[c];var u={type:e,props:l,key:r,ref:s,__k:null,__:null,__b:0,__e:null,__c:null,constructor:void 0,__v:--va,__i:-1,__u:0,__source:a,__self:o};if(typeof e==`function`&&(s=e.defaultProps))for(c in s)l[c]===void 0&&(l[c]=s[c]);return t.vnode&&t.vnode(u),u}function $({kind:e=`plain`,isBusy:t=!1,children:n,class:r,...i}){return Q(`button`,{type:`button`,...i,class:`button ${e} ${r??``}`,"aria-busy":t,disabled:i.disabled||t,children:n})}function ya({does:e,doing:t,onDo:n,...r}){let[i,a]=P(!1),o=F(!0);je(()=>()=>void(o.current=!1),[]);let s=async()=>{a(!0),await n().finally(()=>o.current&&a(!1))};return Q($,{...r,isBusy:i,onClick:()=>void s(),children:i?t:e})}var ba=({what:e})=>Q(`p`,{class:`loading`,role:`status`,children:[`Loading `,e,` …`]}),xa=({tone:e=`info`,children:t})=>Q(`div`,{class:`notice ${e}`,role:e===`bad`?`alert`:void 0,children:t});function Sa({title:e,children:t,action:n}){return Q(`div`,{class:`empty`,children:[Q(`p`,{class:`empty-title`,children:e}),t&&Q(`div`,{class:`empty-text`,children:t}),n]})}function Ca(e,t){return e.data===void 0?e.error?Q(xa,{tone:`bad`,children:[e.error,` `,Q($,{onClick:e.refresh,children:`Try again`})]}):Q(ba,{what:t}):null}function wa({title:e,crumbs:t=[],children:n,about:r}){return Q(`header`,{class:`head`,children:[t.length>0&&Q(`nav`,{class:`crumbs`,"aria-label":`Where this is`,children:t.map(([e,t],n)=>Q(`span`,{children:[n>0&&Q(`span`,{"aria-hidden":`true`,children:` / `}),Q(Ot,{href:t,children:e})]},t))}),Q(`div`,{class:`head-row`,children:[Q(`h1`,{children:e}),n&&Q(`div`,{class:`head-actions`,children:n})]}),r&&Q(`p`,{class:`about`,children:r})]})}function Ta({label:e,tabs:t,current:n}){return Q(`nav`,{class:`tabs`,"aria-label":e,children:t.map(([e,t,r])=>Q(Ot,{href:t,"aria-current":e===n?`page`:void 0,children:[e,r!==void 0&&r>0&&Q(`span`,{class:`count`,children:r})]},t))})}function Ea({text:e,label:t}){let[n,r]=P(!1),i=F(null),a=async()=>{try{await navigator.clipboard.writeText(e)}catch{i.current?.select(),globalThis.document.execCommand(`copy`)}r(!0),setTimeout(()=>r(!1),1500)};return Q(`div`,{class:`copy`,children:[Q(`input`,{ref:i,class:`mono`,readOnly:!0,value:e,"aria-label":t,onFocus:e=>e.currentTarget.select()}),Q($,{onClick:()=>void a(),"aria-label":`Copy: ${t}`,children:n?`Copied`:`Copy`})]})}function Da({hasMore:e,onMore:t}){return e?Q(`div`,{class:`more`,children:Q($,{onClick:t,children:`Show more`})}):null}function Oa({ask:e,does:t,doing:n,children:r,onDo:i}){let a=F(null),[o,s]=P(``);return Q(C,{children:[Q($,{kind:`quiet`,class:`danger-text`,onClick:()=>(s(``),a.current?.showModal()),children:e}),Q(`dialog`,{ref:a,"aria-label":e,children:[Q(`h2`,{children:[e,`?`]}),r,o&&Q(xa,{tone:`bad`,children:o}),Q(`div`,{class:`row end`,children:[Q($,{onClick:()=>a.current?.close(),children:`Cancel`}),Q(ya,{kind:`danger`,does:t,doing:n,onDo:async()=>{let e=await i();e?s(e):a.current?.close()}})]})]})]})}export{zi as $,xt as $t,Ri as A,ti as At,Ai as B,Wr as Bt,Ui as C,ca as Ct,di as D,$r as Dt,ni as E,Qr as Et,ii as F,Pi as Ft,oi as G,Mr as Gt,Kr as H,Ur as Ht,ea as I,Gr as It,yi as J,kr as Jt,Oi as K,Ar as Kt,ji as L,aa as Lt,wi as M,Gi as Mt,$i as N,ua as Nt,ta as O,Wi as Ot,Mi as P,Fi as Pt,si as Q,At as Qt,Qi as R,ia as Rt,ei as S,ai as St,la as T,Ci as Tt,Bi as U,Vr as Ut,Yr as V,zr as Vt,Hi as W,Dr as Wt,Ii as X,Ot as Xt,_i as Y,Or as Yt,ki as Z,Dt as Zt,qr as _,Xi as _t,Sa as a,Le as an,Li as at,ri as b,ui as bt,Da as c,Fe as cn,vi as ct,Ca as d,ae as dn,fa as dt,St as en,pa as et,Q as f,_e as fn,ga as ft,xi as g,t as gn,li as gt,Ti as h,x as hn,oa as ht,ya as i,P as in,gi as it,Vi as j,Ki as jt,da as k,qi as kt,xa as l,Ae as ln,pi as lt,Zr as m,ye as mn,sa as mt,Oa as n,Ne as nn,bi as nt,wa as o,je as on,Di as ot,Xr as p,C as pn,Zi as pt,Ei as q,jr as qt,Ea as r,Ie as rn,ha as rt,ba as s,Pe as sn,_a as st,$ as t,F as tn,ma as tt,Ta as u,te as un,hi as ut,Jr as v,Ji as vt,mi as w,Ni as wt,fi as x,ci as xt,Yi as y,Si as yt,ra as z,na as zt};